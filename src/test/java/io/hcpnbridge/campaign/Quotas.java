package io.hcpnbridge.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Calls a second of the partner's APIs, as {@code shared/apis.yaml} has them, or more. */
final class Quotas {
    /** More cannot be configured. */
    private static final int LARGEST = 1_000;

    private static final Pattern API = Pattern.compile("(?m)^([a-z-]+): \\{(?:quota: (\\d+))?");

    private Quotas() {}

    /** So large that nothing waits for them. */
    static Map<String, Integer> largest() {
        return times(LARGEST);
    }

    /** So many times what the partner documents; as large as can be where he does not. */
    static Map<String, Integer> times(int factor) {
        var quotas = new TreeMap<String, Integer>();
        var apis = API.matcher(text());
        while (apis.find()) {
            var documented = apis.group(2) == null ? LARGEST : Integer.parseInt(apis.group(2));
            quotas.put(apis.group(1), Math.min(LARGEST, documented * factor));
        }
        return quotas;
    }

    private static String text() {
        try {
            return Files.readString(Path.of("mappings/shared/apis.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
