package io.hcpnbridge.mapping.definition;

/** A text for people, in the two languages of the product. */
public record Words(String en, String zh) {
    static final Words NONE = new Words("", "");

    /** The same with something in the place of {@code {name}}. */
    Words with(String name, Object value) {
        String place = "{" + name + "}";
        return new Words(en.replace(place, value.toString()), zh.replace(place, value.toString()));
    }
}
