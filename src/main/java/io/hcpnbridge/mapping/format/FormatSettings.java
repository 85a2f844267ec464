package io.hcpnbridge.mapping.format;

import java.nio.charset.Charset;
import java.time.ZoneId;

/**
 * How the ERP writes its files; the section {@code format} of {@code interface.yaml}.
 *
 * @param charset of the text columns; ASCII must be single bytes in it
 * @param lengths whether columns are counted in bytes or in characters
 * @param lineEnd what is written; both are read
 * @param zone of the ERP's local times
 * @param maxLine longest line in bytes without its end
 * @param textWidth width of the {@code text} record's text in the unit of {@code lengths}; 0 if there is none
 */
public record FormatSettings(
        Charset charset, Lengths lengths, LineEnd lineEnd, ZoneId zone, int maxLine, int textWidth) {}
