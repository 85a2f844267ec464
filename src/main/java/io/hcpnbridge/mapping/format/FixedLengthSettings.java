package io.hcpnbridge.mapping.format;

import java.nio.charset.Charset;
import java.time.ZoneId;

/**
 * Lines of columns that each have a fixed place.
 *
 * @param lengths whether columns are counted in bytes or in characters
 * @param lineEnd what is written; both are read
 * @param maxLine longest line in bytes without its end
 */
public record FixedLengthSettings(
        Charset charset, ZoneId zone, int textWidth, LineEnd lineEnd, int maxLine, Lengths lengths)
        implements FormatSettings {}
