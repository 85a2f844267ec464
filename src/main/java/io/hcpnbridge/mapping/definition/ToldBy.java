package io.hcpnbridge.mapping.definition;

import io.hcpnbridge.text.Words;

/** Which generation of the partner's endpoints fills a column of an answer; where the other one leaves it blank, that is no difference. */
public enum ToldBy {
    /** What one tells, the other tells as well. */
    BOTH(""),
    /** Marked in pages. */
    OLD(" ᴼ"),
    /** Marked in pages. */
    NEW(" ᴺ"),
    /** Either may be unable to tell it. */
    ONE("");

    private final String mark;

    ToldBy(String mark) {
        this.mark = mark;
    }

    Words marked(Words meaning) {
        return mark.isEmpty() ? meaning : new Words(meaning.en() + mark, meaning.zh() + mark);
    }
}
