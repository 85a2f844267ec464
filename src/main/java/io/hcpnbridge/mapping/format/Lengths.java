package io.hcpnbridge.mapping.format;

/** What one position of a fixed-length line is. */
public enum Lengths {
    /** One byte of the declared charset: a Chinese character takes two or four in GB18030, three in UTF-8. */
    BYTES("byte"),
    /** One character; one beyond the Basic Multilingual Plane (emoji, rare ideographs) counts as two, as in UTF-16. */
    CHARACTERS("character");

    private final String unit;

    Lengths(String unit) {
        this.unit = unit;
    }

    /** "1 byte", "120 characters". */
    String count(int number) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
