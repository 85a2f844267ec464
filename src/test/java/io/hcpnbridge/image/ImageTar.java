package io.hcpnbridge.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An image in a tar, as {@code docker save} and Jib write it. */
final class ImageTar {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> members;

    private ImageTar(Map<String, byte[]> members) {
        this.members = members;
    }

    /** What is done with each entry of each layer, the lowest layer first. */
    interface Visitor {
        void visit(int layer, TarArchiveEntry entry, InputStream content) throws IOException;
    }

    static ImageTar read(Path file) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                members.put(entry.getName(), tar.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ImageTar(members);
    }

    /** The image's configuration: entrypoint, user, labels, history. */
    JsonNode configuration() {
        return json(manifest().get("Config").asText());
    }

    List<String> entrypoint() {
        List<String> words = new ArrayList<>();
        configuration().at("/config/Entrypoint").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** The layers' names, which Jib makes of their digests; the lowest first. */
    List<String> layers() {
        List<String> names = new ArrayList<>();
        manifest().get("Layers").forEach(name -> names.add(name.asText()));
        return names;
    }

    void visit(Visitor visitor) {
        int layer = 0;
        for (var name : layers()) {
            try (var tar = new TarArchiveInputStream(uncompressed(members.get(name)))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    visitor.visit(layer, entry, tar);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            layer++;
        }
    }

    /** Writes what the layers above the base hold below a folder, with the times and the executable files of the image. */
    void unpack(Path folder) {
        visit((layer, entry, content) -> {
            var file = folder.resolve(entry.getName()).normalize();
            if (layer == 0 || entry.isDirectory() || !file.startsWith(folder)) {
                return;
            }
            Files.createDirectories(file.getParent());
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(
                    file, FileTime.from(entry.getLastModifiedTime().toInstant()));
            if ((entry.getMode() & 0111) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException("cannot be made executable: " + file);
            }
        });
    }

    private JsonNode manifest() {
        return json("manifest.json").get(0);
    }

    private JsonNode json(String member) {
        try {
            return JSON.readTree(members.get(member));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream uncompressed(byte[] layer) throws IOException {
        boolean zipped = layer.length > 2 && (layer[0] & 0xff) == 0x1f && (layer[1] & 0xff) == 0x8b;
        var bytes = new ByteArrayInputStream(layer);
        return zipped ? new GZIPInputStream(bytes) : bytes;
    }
}
