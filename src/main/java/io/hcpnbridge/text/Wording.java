package io.hcpnbridge.text;

import java.nio.charset.Charset;

/** The language in which somebody is told something, and the charset in which it is written. */
public record Wording(Language language, Charset charset) {
    /** The text in that language; in English if the charset cannot write it, as ASCII is in each of them. */
    public String of(Words words) {
        String text = language.of(words);
        return charset.newEncoder().canEncode(text) ? text : words.en();
    }
}
