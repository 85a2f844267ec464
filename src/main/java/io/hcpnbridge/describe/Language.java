package io.hcpnbridge.describe;

import io.hcpnbridge.text.Words;
import java.util.function.Function;

/** The languages that pages are in. */
public enum Language {
    EN("README.md", Words::en),
    ZH("README.zh-CN.md", Words::zh);

    private final String page;
    private final Function<Words, String> choice;

    Language(String page, Function<Words, String> choice) {
        this.page = page;
        this.choice = choice;
    }

    /** The file of an interface's folder that is its page. */
    public String page() {
        return page;
    }

    /** What is said in this language. */
    String of(Words words) {
        return choice.apply(words);
    }

    String of(String en, String zh) {
        return of(new Words(en, zh));
    }
}
