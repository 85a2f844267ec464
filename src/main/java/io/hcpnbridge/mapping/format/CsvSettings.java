package io.hcpnbridge.mapping.format;

import java.nio.charset.Charset;
import java.time.ZoneId;

/**
 * Lines of values between delimiters.
 *
 * @param lineEnd what is written; both are read
 * @param maxLine longest line in bytes without its end
 * @param quote stands around values that hold a delimiter, twice inside for itself
 * @param formulas what becomes of texts that a spreadsheet would take for a formula
 */
public record CsvSettings(
        Charset charset,
        ZoneId zone,
        int textWidth,
        LineEnd lineEnd,
        int maxLine,
        char delimiter,
        char quote,
        Formulas formulas)
        implements FormatSettings {
    /** Texts that begin with one of {@code = + - @} or their full-width forms. */
    public enum Formulas {
        /** An apostrophe is put in front. */
        QUOTED,
        /** Written as they are. */
        AS_IS
    }
}
