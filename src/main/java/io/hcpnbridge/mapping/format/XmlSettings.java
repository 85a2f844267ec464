package io.hcpnbridge.mapping.format;

import java.nio.charset.Charset;
import java.time.ZoneId;

/** One element for each record, with one element for each field in it. */
public record XmlSettings(Charset charset, ZoneId zone, int textWidth) implements FormatSettings {}
