package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.format.FileFormat;
import io.hcpnbridge.mapping.format.Lengths;
import java.nio.charset.Charset;

/**
 * What the positions of fixed-length lines are, as programs must know before they cut one.
 *
 * @param lengths one position is one of these
 */
record Counting(Charset charset, Lengths lengths) {
    static Counting of(FileFormat format) {
        return new Counting(format.charset(), format.lengths());
    }

    /** Whether a character that takes several bytes takes several positions. */
    boolean isOfBytes() {
        return !isOfSingleBytes() && lengths == Lengths.BYTES;
    }

    /** Whether a character that takes several bytes takes one position, or two beyond the Basic Multilingual Plane. */
    boolean isOfCharacters() {
        return !isOfSingleBytes() && lengths == Lengths.CHARACTERS;
    }

    /** A sentence for people. */
    String told() {
        if (isOfSingleBytes()) {
            return "Lengths count characters, each of them one byte of " + charset.name() + ".";
        }
        return isOfBytes()
                ? "Lengths count bytes of " + charset.name() + ": one character may take several."
                : "Lengths count characters (units of UTF-16), not bytes of " + charset.name() + ".";
    }

    private boolean isOfSingleBytes() {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }
}
