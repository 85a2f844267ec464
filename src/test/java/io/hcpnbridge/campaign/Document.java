package io.hcpnbridge.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One document of the ERP. What it asks the partner about carries its number in its name, so that calls can be told apart.
 *
 * @param columns without the document number; numbers as texts
 */
record Document(String number, Interface kind, Map<String, String> columns) {
    private static final Pattern NUMBER = Pattern.compile("DOC-[WRL]\\d+");

    /** What is asked. */
    enum Interface {
        RENEW("orders.renew"),
        DETAIL("orders.detail"),
        LIST("orders.list");

        private final String id;

        Interface(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    /** Of one to three resources, with each expiry policy in turn. */
    static Document renewal(int number, String customer) {
        var name = "DOC-W" + number;
        var columns = new LinkedHashMap<String, String>();
        columns.put("customerId", customer);
        IntStream.rangeClosed(1, 1 + number % 3).forEach(i -> columns.put("resource" + i, name + "-" + i));
        columns.put("periodType", "2");
        columns.put("periodNum", "1");
        columns.put("expireMode", String.valueOf(number % 4));
        columns.put("autoPay", number % 5 == 0 ? "N" : "Y");
        return new Document(name, Interface.RENEW, columns);
    }

    static Document detail(int number) {
        var name = "DOC-R" + number;
        return new Document(name, Interface.DETAIL, Map.of("orderId", name));
    }

    static Document list(int number, String customer) {
        return new Document("DOC-L" + number, Interface.LIST, Map.of("customerId", customer));
    }

    boolean isWrite() {
        return kind == Interface.RENEW;
    }

    List<String> resources() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(i -> columns.get("resource" + i))
                .filter(resource -> resource != null)
                .toList();
    }

    /** What shall happen when its resources expire, once it is carried out. */
    int policy() {
        return Integer.parseInt(columns.get("expireMode"));
    }

    /** Another one. */
    int policyBefore() {
        return policy() == 0 ? 3 : 0;
    }

    /** The number of the document that a call is about, if it names it. */
    static Optional<String> in(String call) {
        var matcher = NUMBER.matcher(call);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    Map<String, String> line() {
        var line = new LinkedHashMap<>(columns);
        line.put("document", number);
        return line;
    }

    /** As a record of a message. */
    String json() {
        var json = new StringBuilder("{\"document\": \"" + number + "\"");
        columns.forEach((name, value) -> json.append(
                (name.startsWith("period") || name.equals("expireMode") ? ", \"%s\": %s" : ", \"%s\": \"%s\"")
                        .formatted(name, value)));
        return json.append('}').toString();
    }
}
