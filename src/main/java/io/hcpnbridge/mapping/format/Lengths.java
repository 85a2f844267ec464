package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;

/** What one position of a fixed-length line is. */
public enum Lengths {
    /** One byte of the declared charset: a Chinese character takes two or four in GB18030, three in UTF-8. */
    BYTES("byte", "字节"),
    /** One character; one beyond the Basic Multilingual Plane (emoji, rare ideographs) counts as two, as in UTF-16. */
    CHARACTERS("character", "字符");

    private final String en;
    private final String zh;

    Lengths(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** "1 byte", "120 characters". */
    Words count(int number) {
        return new Words(number + " " + en + (number == 1 ? "" : "s"), number + " 个" + zh);
    }

    /** The number where English needs no unit any more. */
    Words number(int number) {
        return new Words(Integer.toString(number), count(number).zh());
    }
}
