package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * A Kubernetes secret mounted as a folder: each key is a link into {@code ..data}, which is a link to a folder with all values.
 * Keys with slashes are as in a projected volume, where only the topmost folders are links. An update writes a new folder and puts a new {@code ..data} in the place of the old in one step, as the kubelet does.
 */
public final class MountedSecret {
    private final Path folder;
    private int updates;

    private MountedSecret(Path folder) {
        this.folder = folder;
    }

    /** Mounts a secret with these values by key. */
    public static MountedSecret in(Path folder, Map<String, String> values) {
        var secret = new MountedSecret(folder);
        try {
            Files.createDirectories(folder);
            secret.update(values);
            for (var name : topmost(values.keySet())) {
                Files.createSymbolicLink(folder.resolve(name), Path.of("..data").resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secret;
    }

    /** The file of a key. */
    public Path file(String key) {
        return folder.resolve(key);
    }

    /** All values at once. */
    public void update(Map<String, String> values) {
        try {
            var before = Files.exists(folder.resolve("..data"))
                    ? folder.resolve("..data").toRealPath()
                    : null;
            var data = Files.createDirectory(folder.resolve("..2026_11_24_" + updates++));
            for (var value : values.entrySet()) {
                var file = data.resolve(value.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, value.getValue());
            }
            var link = Files.createSymbolicLink(folder.resolve("..data_tmp"), data.getFileName());
            Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
            if (before != null) {
                FileSystemUtils.deleteRecursively(before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> topmost(Set<String> keys) {
        return keys.stream().map(key -> Path.of(key).getName(0)).collect(Collectors.toSet());
    }
}
