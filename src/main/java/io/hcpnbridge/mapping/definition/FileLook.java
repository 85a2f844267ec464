package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.FixedLengthSettings;
import io.hcpnbridge.mapping.format.FormatSettings;
import io.hcpnbridge.mapping.format.Lengths;
import io.hcpnbridge.mapping.format.TimeType;

/**
 * How the files of an interface look.
 *
 * @param time how times are written in them
 */
record FileLook(FileKind kind, FormatSettings settings, TimeType time) {
    /** What a text takes of a column, in what lengths count. */
    int length(String text) {
        boolean bytes = settings instanceof FixedLengthSettings fixed && fixed.lengths() == Lengths.BYTES;
        return bytes ? text.getBytes(settings.charset()).length : text.length();
    }
}
