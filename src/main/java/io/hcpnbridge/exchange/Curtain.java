package io.hcpnbridge.exchange;

import io.hcpnbridge.mapping.definition.PartnerFields;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What of a message is hidden: before it is kept at all, before it is kept without a key, and from whoever may not see everything. */
@Component
class Curtain {
    private final PartnerFields fields;

    Curtain(PartnerFields fields) {
        this.fields = fields;
    }

    /**
     * Without what is kept nowhere. A body that is no JSON is kept as it is, unless it names something of that kind.
     *
     * @param oneTime codes for one use that the record holds
     */
    HttpMessage withoutSecrets(HttpMessage message, Set<String> oneTime) {
        BiPredicate<String, String> secret = (field, value) -> isSecret(field, value, oneTime);
        var body = JsonValues.of(message.body(), secret);
        var kept = body.whole() || mayTell(message.body(), oneTime) ? body.bytes() : message.body();
        return message.with(target(message.startLine(), secret), kept);
    }

    /**
     * Nothing but what is known to tell of no person; from what is no JSON on, nothing of the body.
     *
     * @param oneTime codes for one use, which are hidden wherever they stand
     */
    HttpMessage masked(HttpMessage message, Set<String> oneTime) {
        BiPredicate<String, String> hidden =
                (field, value) -> !fields.harmless().contains(field) || isSecret(field, value, oneTime);
        var body = JsonValues.of(message.body(), hidden);
        var kept = body.whole() ? body.bytes() : joined(body.bytes(), JsonValues.HIDDEN);
        return message.with(target(message.startLine(), hidden), kept);
    }

    private boolean isSecret(String field, String value, Collection<String> oneTime) {
        return fields.never().contains(field) || oneTime.stream().anyMatch(value::contains);
    }

    private boolean mayTell(byte[] body, Collection<String> oneTime) {
        var text = new String(body, StandardCharsets.UTF_8);
        return Stream.concat(fields.never().stream(), oneTime.stream()).anyMatch(text::contains);
    }

    private static String target(String startLine, BiPredicate<String, String> hidden) {
        var query = startLine.indexOf('?');
        return query < 0
                ? startLine
                : Arrays.stream(startLine.substring(query + 1).split("&", -1))
                        .map(pair -> shown(pair, hidden))
                        .collect(Collectors.joining("&", startLine.substring(0, query + 1), ""));
    }

    private static String shown(String pair, BiPredicate<String, String> hidden) {
        var parts = pair.split("=", 2);
        var value = parts.length < 2 ? "" : parts[1];
        return hidden.test(decoded(parts[0]), decoded(value)) ? parts[0] + "=" + JsonValues.HIDDEN : pair;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] bytes, String end) {
        var joined = Arrays.copyOf(bytes, bytes.length + end.length());
        System.arraycopy(end.getBytes(StandardCharsets.US_ASCII), 0, joined, bytes.length, end.length());
        return joined;
    }
}
