package io.hcpnbridge.text;

import java.util.function.Function;

/** The languages that people are told something in. */
public enum Language {
    EN(Words::en),
    ZH(Words::zh);

    private final Function<Words, String> choice;

    Language(Function<Words, String> choice) {
        this.choice = choice;
    }

    /** What is said in this language. */
    public String of(Words words) {
        return choice.apply(words);
    }

    public String of(String en, String zh) {
        return of(new Words(en, zh));
    }

    /** By its code: whatever begins with {@code zh} is Chinese, everything else English. */
    public static Language of(String code) {
        return code.startsWith("zh") ? ZH : EN;
    }
}
