package io.hcpnbridge.erp.sftp;

import io.hcpnbridge.erp.ErpProperties;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Names of files as the server has them: bytes. Connections carry them with one character for each byte, so that also a name that is
 * not in the configured charset can be renamed.
 */
@Component
public class ServerNames {
    private final Charset charset;

    ServerNames(ErpProperties erp) {
        this.charset = erp.sftp().nameCharset();
    }

    /** The charset's name, for sentences. */
    public String charset() {
        return charset.name();
    }

    /** What the bytes say in the configured charset; empty if they are nothing in it. */
    public Optional<String> read(String bytes) {
        try {
            var decoded = charset.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
            return Optional.of(decoded.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a name. */
    public String write(String name) {
        return new String(name.getBytes(charset), StandardCharsets.ISO_8859_1);
    }
}
