package io.hcpnbridge.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What texts may be, in the regular expressions of XML schemas: with blanks around them, as the adapter reads them. */
final class XmlPatterns {
    /** Whatever has something in it that is no blank. */
    static final String SOMETHING = "\\s*\\S[\\s\\S]*";

    /** No time. */
    static final String NO_TIME = "\\s*0*\\s*";

    private static final String CONTROLS = "\\p{Cc}\u2028\u2029";
    /** Of negative numbers, of zero and of positive ones. */
    private static final List<String> SIGNS = List.of("\\-", "[+\\-]?", "\\+?");

    private static final Pattern RUN = Pattern.compile("'([^']*)'|([A-Za-z])\\2*|.");
    private static final Map<String, String> PARTS = Map.of(
            "MM", "(0[1-9]|1[0-2])",
            "dd", "(0[1-9]|[12][0-9]|3[01])",
            "HH", "([01][0-9]|2[0-3])",
            "mm", "[0-5][0-9]",
            "ss", "[0-5][0-9]");

    private XmlPatterns() {}

    /** At most so many characters, none of them a control character; where it begins and ends is plain, so that this takes no time. */
    static String text(int longest) {
        var visible = "[^\\s" + CONTROLS + "]";
        return switch (longest) {
            case 0 -> "\\s*";
            case 1 -> "\\s*" + visible + "?\\s*";
            default -> "\\s*(" + visible + "([^" + CONTROLS + "]{0," + (longest - 2) + "}" + visible + ")?)?\\s*";
        };
    }

    /** A whole number, or an amount whose decimals are implied; or nothing. */
    static String whole() {
        return signed("[0-9]+");
    }

    /** An amount with its own decimal point, or nothing. */
    static String pointed() {
        return signed("([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
    }

    private static String signed(String digits) {
        return "\\s*([+\\-]?" + digits + "|" + digits + "[+\\-])?\\s*";
    }

    /** One of some numbers. */
    static String numbers(JsonNode values) {
        return values.valueStream()
                .map(JsonNode::bigIntegerValue)
                .map(value -> {
                    var digits = "0*" + value.abs();
                    var sign = SIGNS.get(value.signum() + 1);
                    return sign + digits + "|" + digits + sign;
                })
                .collect(Collectors.joining("|", "\\s*(", ")\\s*"));
    }

    /** A time as far as that can be said without a calendar. */
    static String time(String pattern) {
        return RUN.matcher(pattern)
                .results()
                .map(run -> run.group(1) != null ? literal(run.group(1)) : part(run.group()))
                .collect(Collectors.joining("", "\\s*", "\\s*"));
    }

    private static String part(String run) {
        if (!Character.isLetter(run.charAt(0))) {
            return literal(run);
        }
        boolean digits = "yuMdHmsS".indexOf(run.charAt(0)) >= 0 && !run.startsWith("MMM");
        return PARTS.getOrDefault(run, digits ? "[0-9]{" + run.length() + (run.length() == 1 ? ",2}" : "}") : ".+");
    }

    private static String literal(String text) {
        return text.replaceAll("[\\\\|.?*+(){}\\[\\]^-]", "\\\\$0");
    }
}
