package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;

/** What a record is in a file. */
enum Noun {
    LINE(Words.of("line", "行"), Words.of("line %s", "第 %s 行")),
    ELEMENT(Words.of("element", "元素"), Words.of("element %s", "第 %s 个元素"));

    private final Words words;
    private final Words counted;

    Noun(Words words, Words counted) {
        this.words = words;
        this.counted = counted;
    }

    Words words() {
        return words;
    }

    /** The one with that number. */
    Words at(long number) {
        return counted.map(text -> text.replace("%s", Long.toString(number)));
    }
}
