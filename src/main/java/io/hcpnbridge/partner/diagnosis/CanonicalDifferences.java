package io.hcpnbridge.partner.diagnosis;

import io.hcpnbridge.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the gateway has signed otherwise, part by part. Of queries and headers only names are told, of a token nothing. */
final class CanonicalDifferences {
    private static final Pattern METHOD = Pattern.compile("[A-Z]{3,7}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,100}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private final CanonicalText ours;
    private final CanonicalText gateways;
    private final List<Words> found = new ArrayList<>();

    private CanonicalDifferences(CanonicalText ours, CanonicalText gateways) {
        this.ours = ours;
        this.gateways = gateways;
    }

    /** None if both are the same. */
    static List<Words> between(CanonicalText ours, CanonicalText gateways) {
        var differences = new CanonicalDifferences(ours, gateways);
        differences.line();
        differences.query();
        differences.headers();
        differences.body();
        return differences.found;
    }

    private void line() {
        if (!ours.method().equals(gateways.method())) {
            found.add(Words.of(
                    "another method: %s, not %s", "另一种方法：%s，而不是 %s", shown(METHOD, gateways.method()), ours.method()));
        }
        if (!ours.path().equals(gateways.path())) {
            found.add(Words.of("another path than %s", "另一个路径，而不是 %s", ours.path()));
        }
    }

    private void query() {
        if (ours.query().equals(gateways.query())) {
            return;
        }
        Set<String> names = new TreeSet<>();
        ours.query().stream().filter(pair -> !gateways.query().contains(pair)).forEach(pair -> names.add(name(pair)));
        gateways.query().stream().filter(pair -> !ours.query().contains(pair)).forEach(pair -> names.add(name(pair)));
        found.add(
                names.isEmpty()
                        ? new Words("the query in another order", "查询参数的顺序不同")
                        : Words.of("another query, in %s", "另一组查询参数，不同之处：%s", Words.list(List.copyOf(names))));
    }

    private void headers() {
        if (!ours.header("host").equals(gateways.header("host"))) {
            found.add(Words.of(
                    "another host: %s, not %s",
                    "另一个主机：%s，而不是 %s", shown(HOST, gateways.header("host")), ours.header("host")));
        }
        Set<String> names = new TreeSet<>(ours.headers().keySet());
        names.addAll(gateways.headers().keySet());
        names.remove("host");
        names.removeIf(name ->
                Objects.equals(ours.headers().get(name), gateways.headers().get(name)));
        if (!names.isEmpty()) {
            List<String> shown = names.stream().map(name -> shown(NAME, name)).toList();
            found.add(Words.of("another value of the header %s", "另一个值的消息头 %s", Words.list(shown)));
        } else if (!ours.signedHeaders().equals(gateways.signedHeaders())) {
            found.add(new Words("another list of signed headers", "另一份参与签名的消息头列表"));
        }
    }

    private void body() {
        if (!ours.payloadHash().equals(gateways.payloadHash())) {
            found.add(new Words("another body: the hash differs", "另一个正文：哈希不同"));
        }
    }

    private static String name(String pair) {
        return shown(NAME, pair.split("=", 2)[0]);
    }

    /** What the gateway says is foreign text. */
    private static String shown(Pattern form, String foreign) {
        return form.matcher(foreign).matches() ? foreign : "***";
    }
}
