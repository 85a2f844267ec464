package io.hcpnbridge.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A text for people, in the two languages of the product. Logs have it in English. */
public record Words(String en, String zh) {
    /** Nothing. */
    public static final Words NONE = new Words("", "");

    /**
     * A text with something in it.
     *
     * @param en with {@code %s} for each value
     * @param zh with as many, {@code %2$s} where the order is another one
     * @param values others' words in both texts, {@link Words} each in its language
     */
    public static Words of(String en, String zh, Object... values) {
        return new Words(filled(en, values, Words::en), filled(zh, values, Words::zh));
    }

    /** What others have said, or what is the same in every language. */
    public static Words same(String said) {
        return new Words(said, said);
    }

    /** What is enumerated. */
    public static Words list(List<String> items) {
        return new Words(String.join(", ", items), String.join("、", items));
    }

    /** One text after the other. */
    public static Words joined(List<Words> texts) {
        return new Words(
                String.join("; ", texts.stream().map(Words::en).toList()),
                String.join("；", texts.stream().map(Words::zh).toList()));
    }

    /** The same with something in the place of {@code {name}}, {@link Words} each in its language. */
    public Words with(String name, Object value) {
        Words words = value instanceof Words said ? said : same(value.toString());
        return new Words(en.replace("{" + name + "}", words.en()), zh.replace("{" + name + "}", words.zh()));
    }

    /** The same done to both texts. */
    public Words map(Function<String, String> change) {
        return new Words(change.apply(en), change.apply(zh));
    }

    public boolean isEmpty() {
        return en.isEmpty();
    }

    /** Whether it is the same in every language. */
    public boolean isSame() {
        return en.equals(zh);
    }

    private static String filled(String text, Object[] values, Function<Words, String> language) {
        return values.length == 0
                ? text
                : String.format(
                        Locale.ROOT,
                        text,
                        Arrays.stream(values)
                                .map(value -> value instanceof Words words ? language.apply(words) : value)
                                .toArray());
    }

    /** In English. */
    @Override
    public String toString() {
        return en;
    }
}
