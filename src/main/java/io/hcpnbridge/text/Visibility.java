package io.hcpnbridge.text;

/** Which characters a person sees, each as itself. */
public final class Visibility {
    /** Fillers that Unicode counts as letters or symbols, though they show nothing. */
    private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0\uFFFC";

    private Visibility() {}

    /**
     * False for controls, formats (zero width, bidi), separators, every blank but the one of ASCII, characters that only change
     * the one before (accents, variation selectors), fillers, halves of characters, private and unassigned ones.
     */
    public static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> FILLERS.indexOf(codePoint) < 0;
        };
    }
}
