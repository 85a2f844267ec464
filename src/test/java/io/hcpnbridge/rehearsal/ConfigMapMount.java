package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * A folder as Kubernetes mounts a ConfigMap: the files are links through {@code ..data} to a folder with the time of the
 * version, and a new version appears by replacing that one link.
 */
public final class ConfigMapMount {
    private final Path folder;
    private int version;

    /** An empty mount at this place. */
    public ConfigMapMount(Path folder) {
        this.folder = folder;
    }

    /** The next version. */
    public ConfigMapMount publish(Map<String, String> files) {
        version++;
        var name = "..2026_11_24_02_44_0%d.123456789".formatted(version);
        try {
            var content = Files.createDirectories(folder.resolve(name));
            for (var file : files.entrySet()) {
                Files.writeString(content.resolve(file.getKey()), file.getValue());
                var link = folder.resolve(file.getKey());
                if (!Files.isSymbolicLink(link)) {
                    Files.createSymbolicLink(link, Path.of("..data", file.getKey()));
                }
            }
            var next = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of(name));
            Files.move(next, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
