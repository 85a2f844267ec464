package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.mapping.format.BrokenValueException;
import io.hcpnbridge.mapping.format.FieldLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The texts with which a column is compared, as they stand in the file. */
final class CobolLiterals {
    private final Charset charset;
    private final String prefix;

    CobolLiterals(Counting counting) {
        charset = counting.isOfCharacters() ? StandardCharsets.UTF_16BE : counting.charset();
        prefix = counting.isOfCharacters() ? "N" : "";
    }

    /** One of the values that a column may have. */
    String of(FieldLayout field, JsonNode value) {
        try {
            return of(
                    field.type() == null
                            ? value.asText()
                            : field.filled(field.type().written(value)));
        } catch (BrokenValueException e) {
            throw new IllegalStateException(field.name() + " cannot hold one of its own values", e);
        }
    }

    /** Compilers read the code page of their machine, so what is not ASCII stands there in bytes. */
    String of(String text) {
        return text.chars().allMatch(unit -> unit < 0x80)
                ? prefix + "'" + text.replace("'", "''") + "'"
                : prefix + "X'" + HexFormat.of().withUpperCase().formatHex(text.getBytes(charset)) + "'";
    }
}
