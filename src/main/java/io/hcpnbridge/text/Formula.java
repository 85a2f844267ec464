package io.hcpnbridge.text;

/** What a spreadsheet would compute instead of showing it. */
public final class Formula {
    /** East Asian spreadsheets take the full-width forms too. */
    private static final String BEGINNINGS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private Formula() {}

    /** Whether a spreadsheet takes the text for a formula, by its first character that is no blank. */
    public static boolean isTakenFrom(String text) {
        var begin = text.stripLeading();
        return !begin.isEmpty() && BEGINNINGS.indexOf(begin.charAt(0)) >= 0;
    }
}
