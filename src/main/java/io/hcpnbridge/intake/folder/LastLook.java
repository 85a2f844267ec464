package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.sftp.RemoteFile;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was seen in each folder the time before: a file is complete when it has not changed from one look to the next. */
@Component
class LastLook {
    private final Map<String, Map<String, RemoteFile>> seen = new ConcurrentHashMap<>();

    /** Of these, the files that look as they did the last time, oldest first. */
    List<RemoteFile> unchanged(Folder folder, Collection<RemoteFile> files) {
        var now =
                files.stream().collect(Collectors.toMap(RemoteFile::name, Function.identity(), (one, other) -> other));
        var before = seen.put(folder.path(), now);
        if (before == null) {
            return List.of();
        }
        return now.values().stream()
                .filter(file -> before.containsKey(file.name()) && file.looksLike(before.get(file.name())))
                .sorted(Comparator.comparingLong(RemoteFile::modified).thenComparing(RemoteFile::name))
                .toList();
    }

    /** Begins anew: another replica has looked meanwhile. */
    void forget(Folder folder) {
        seen.remove(folder.path());
    }
}
