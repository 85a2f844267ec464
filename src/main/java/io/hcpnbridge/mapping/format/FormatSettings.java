package io.hcpnbridge.mapping.format;

import java.nio.charset.Charset;
import java.time.ZoneId;

/** How the ERP writes its files; the section {@code format} of {@code interface.yaml}. */
public sealed interface FormatSettings permits FixedLengthSettings, CsvSettings, XmlSettings {
    /** Of the text columns; ASCII must be single bytes in it. */
    Charset charset();

    /** Of the ERP's local times. */
    ZoneId zone();

    /** Width of the {@code text} record's text, counted as its columns are; 0 if there is none. */
    int textWidth();
}
