package io.hcpnbridge.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * The name of a setting, or of one for each key of a map: {@code partner.tenants.*.domain-id}.
 *
 * @param open whether the last key may have dots
 */
record SettingPattern(List<String> elements, boolean open) {
    static final String KEY = "*";

    String root() {
        return elements.get(0);
    }

    /** Whether it is that setting's name; an element of a list has its list's. */
    boolean isNameOf(ConfigurationPropertyName name) {
        int given = name.getNumberOfElements();
        while (given > 1 && name.isNumericIndex(given - 1)) {
            given--;
        }
        if (open ? given < elements.size() : given != elements.size()) {
            return false;
        }
        for (int n = 0; n < elements.size(); n++) {
            if (!elements.get(n).equals(KEY) && !uniform(elements.get(n)).equals(name.getElement(n, Form.UNIFORM))) {
                return false;
            }
        }
        return true;
    }

    /** As environment variables say it: dashes are left out, or were turned into underscores. */
    Pattern variable() {
        var names = elements.stream()
                .map(element -> element.equals(KEY) ? "[^_]+" : element.replace("-", "_?"))
                .collect(Collectors.joining("_"));
        return Pattern.compile(names + (open ? "(_.+)?" : "(_\\d+)*"), Pattern.CASE_INSENSITIVE);
    }

    /** The name with the given one's keys: what may have been meant. */
    String like(List<String> given, String separator) {
        var words = new StringBuilder();
        for (int n = 0; n < elements.size(); n++) {
            var element = elements.get(n);
            words.append(n == 0 ? "" : separator)
                    .append(!element.equals(KEY) ? element : n < given.size() ? given.get(n) : "<name>");
        }
        return words.toString();
    }

    private static String uniform(String element) {
        return element.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
