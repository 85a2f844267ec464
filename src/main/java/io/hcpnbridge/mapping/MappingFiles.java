package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.definition.DefinitionFiles;
import io.hcpnbridge.mapping.problem.MappingException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that make one interface: its own folder by plain name ({@code interface.yaml}) and the shared mappings
 * ({@code shared/x.jslt}, {@code shared/types.yaml}); no samples, no manuals. The bytes are shared, never change them.
 */
public record MappingFiles(String iface, SortedMap<String, byte[]> files) implements DefinitionFiles {
    public MappingFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** SHA-256 (hex) over names and contents: the same files have the same version wherever they were read from. */
    public String version() {
        MessageDigest digest = sha256();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            add(digest, file.getKey().getBytes(StandardCharsets.UTF_8));
            add(digest, file.getValue());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    @Override
    public byte[] required(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new MappingException(path(name), 0, "is missing");
        }
        return content;
    }

    @Override
    public String path(String name) {
        return name.startsWith("shared/") ? name : iface + "/" + name;
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
