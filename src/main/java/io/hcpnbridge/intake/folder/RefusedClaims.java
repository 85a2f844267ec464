package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.sftp.RemoteFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Files that the server does not let be claimed, such as one that a program holds open. They keep no others out: one of them is tried with
 * each look, after the others. Where nothing can be claimed at all, few are tried.
 */
@Component
class RefusedClaims {
    /** So many refusals in a row are the folder's fault. */
    private static final int IN_A_ROW = 3;

    private static final Memory NOTHING = new Memory(new LinkedHashSet<>());

    /** Names that were refused, the one first that was tried longest ago; and how many refusals the last look ended with. */
    private static final class Memory {
        private final Set<String> names;
        private int inARow;

        private Memory(Set<String> names) {
            this.names = names;
        }
    }

    private final Map<String, Memory> folders = new ConcurrentHashMap<>();

    /** Of these, those that are to be tried now, in that order. */
    List<RemoteFile> toTry(Folder folder, List<RemoteFile> files) {
        var memory = folders.getOrDefault(folder.path(), NOTHING);
        var tried = new ArrayList<>(files.stream()
                .filter(file -> !memory.names.contains(file.name()))
                .limit(memory.inARow >= IN_A_ROW ? IN_A_ROW : files.size())
                .toList());
        memory.names.stream()
                .flatMap(name -> files.stream().filter(file -> file.name().equals(name)))
                .findFirst()
                .ifPresent(tried::add);
        return tried;
    }

    /** Forgets those that are no longer there. */
    void keep(Folder folder, List<RemoteFile> files) {
        var memory = folders.get(folder.path());
        if (memory != null) {
            memory.inARow = 0;
            memory.names.removeIf(
                    name -> files.stream().noneMatch(file -> file.name().equals(name)));
        }
    }

    /**
     * The server did not let it be claimed.
     *
     * @return whether it makes no sense to go on with others now
     */
    boolean note(Folder folder, RemoteFile file) {
        var memory = folders.computeIfAbsent(folder.path(), path -> new Memory(new LinkedHashSet<>()));
        memory.names.remove(file.name());
        memory.names.add(file.name());
        return ++memory.inARow >= IN_A_ROW;
    }

    /** It was claimed, or is gone. */
    void clear(Folder folder, RemoteFile file) {
        var memory = folders.get(folder.path());
        if (memory != null) {
            memory.inARow = 0;
            memory.names.remove(file.name());
        }
    }

    /** The first by name of those that are refused now. */
    Optional<String> first(Folder folder) {
        return Optional.ofNullable(folders.get(folder.path()))
                .filter(memory -> !memory.names.isEmpty())
                .map(memory -> new TreeSet<>(memory.names).first());
    }
}
