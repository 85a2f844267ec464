package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.erp.sftp.ErpConnections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** When each folder was looked into last. */
@Component
public class FolderWatch {
    private final WatchedFolders folders;
    private final ErpConnections connections;
    private final Duration silence;
    private final Clock clock = Clock.systemUTC();
    private final Instant started = clock.instant();
    private final Map<String, Instant> lookedInto = new ConcurrentHashMap<>();
    private final Set<String> ever = ConcurrentHashMap.newKeySet();

    FolderWatch(WatchedFolders folders, ErpConnections connections, ErpProperties erp) {
        this.folders = folders;
        this.connections = connections;
        this.silence = erp.sftp().silence();
    }

    void lookedInto(Folder folder) {
        lookedInto.put(folder.turn(), clock.instant());
        ever.add(folder.turn());
    }

    /** Another replica looks into it. */
    void ofAnother(Folder folder) {
        lookedInto.put(folder.turn(), clock.instant());
    }

    /** Whether this replica has looked into it since its start: its settings are right. */
    boolean isKnown(Folder folder) {
        return ever.contains(folder.turn());
    }

    /** The folders, by route and tenant, that have never been looked into since the start. */
    public List<String> waiting() {
        return folders.running().stream()
                .filter(folder -> !isKnown(folder))
                .map(Folder::turn)
                .sorted()
                .toList();
    }

    /**
     * The folders, by route and tenant, that nobody has looked into for longer than {@code erp.sftp.silence}, with the time of the last look. A
     * look that goes on is one, however long it takes.
     */
    public SortedMap<String, Instant> silent() {
        var silent = new TreeMap<String, Instant>();
        looks().forEach((folder, last) -> {
            if (last.plus(silence).isBefore(clock.instant())) {
                silent.put(folder.turn(), last);
            }
        });
        return silent;
    }

    /** When each folder was looked into last, by whatever replica; before the first look, when this one was started. */
    public Map<Folder, Instant> looks() {
        var looks = new HashMap<Folder, Instant>();
        var underWay = connections.progressOfLook();
        for (var folder : folders.running()) {
            var last = lookedInto.getOrDefault(folder.turn(), started);
            looks.put(
                    folder, underWay.filter(progress -> progress.isAfter(last)).orElse(last));
        }
        return looks;
    }
}
