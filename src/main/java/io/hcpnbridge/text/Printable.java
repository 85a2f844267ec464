package io.hcpnbridge.text;

import java.util.Locale;

/** Values as problems and logs show them: bounded, on one line, nothing invisible in them. */
public final class Printable {
    private static final int LONGEST = 60;
    private static final String CUT = "...";

    private Printable() {}

    /** At most 60 characters; what {@link Visibility} says nobody sees as {@code \}{@code u0000}. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        for (int index = 0; index < text.length(); ) {
            int codePoint = text.codePointAt(index);
            String piece = Visibility.isVisible(codePoint) ? Character.toString(codePoint) : escape(codePoint);
            if (shown.length() + piece.length() > LONGEST) {
                shown.setLength(Math.min(shown.length(), cutAt(shown)));
                return shown.append(CUT).toString();
            }
            shown.append(piece);
            index += Character.charCount(codePoint);
        }
        return shown.toString();
    }

    /** The whole text on one line, likewise. */
    public static String whole(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .mapToObj(each -> Visibility.isVisible(each) ? Character.toString(each) : escape(each))
                .forEach(shown::append);
        return shown.toString();
    }

    private static int cutAt(StringBuilder shown) {
        int end = LONGEST - CUT.length();
        return end < shown.length() && Character.isLowSurrogate(shown.charAt(end)) ? end - 1 : end;
    }

    private static String escape(int codePoint) {
        return codePoint > 0xFFFF
                ? String.format(Locale.ROOT, "\\u{%X}", codePoint)
                : String.format(Locale.ROOT, "\\u%04X", codePoint);
    }
}
