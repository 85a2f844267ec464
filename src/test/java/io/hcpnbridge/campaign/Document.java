package io.hcpnbridge.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One document of the ERP. What it asks the partner about carries its number in its name, so that calls can be told apart.
 *
 * @param columns without the document number; numbers as texts
 */
record Document(String number, Interface kind, Map<String, String> columns) {
    private static final Pattern NUMBER = Pattern.compile("DOC-[A-Z]\\d+");
    private static final Set<String> NUMBERS =
            Set.of("periodType", "periodNum", "expireMode", "documentType", "certificateType");

    /** What is asked, or done. */
    enum Interface {
        RENEW("orders.renew", true, "W"),
        CREATE("customers.create", true, "C"),
        APPLY("customers.realname-apply", true, "A"),
        CHANGE("customers.realname-change", true, "X"),
        DETAIL("orders.detail", false, "R"),
        LIST("orders.list", false, "L");

        private final String id;
        private final boolean writes;
        private final String letter;

        Interface(String id, boolean writes, String letter) {
            this.id = id;
            this.writes = writes;
            this.letter = letter;
        }

        String id() {
            return id;
        }

        boolean writes() {
            return writes;
        }

        private String document(int number) {
            return "DOC-" + letter + number;
        }
    }

    /** Of one to three resources, with each expiry policy in turn: every fourth only the old endpoint can do. */
    static Document renewal(int number, String customer) {
        var name = Interface.RENEW.document(number);
        var columns = new LinkedHashMap<String, String>();
        columns.put("customerId", customer);
        IntStream.rangeClosed(1, 1 + number % 3).forEach(i -> columns.put("resource" + i, name + "-" + i));
        columns.put("periodType", "2");
        columns.put("periodNum", "1");
        columns.put("expireMode", String.valueOf(number % 4));
        columns.put("autoPay", number % 5 == 0 ? "N" : "Y");
        return new Document(name, Interface.RENEW, columns);
    }

    static Document creation(int number) {
        var name = Interface.CREATE.document(number);
        var columns = new LinkedHashMap<String, String>();
        columns.put("platformUserId", name);
        columns.put("accountName", "shop-" + name);
        columns.put("checkIdentity", number % 2 == 0 ? "Y" : "N");
        return new Document(name, Interface.CREATE, columns);
    }

    static Document application(int number) {
        var name = Interface.APPLY.document(number);
        var columns = new LinkedHashMap<String, String>();
        columns.put("customerId", "c-" + name);
        columns.put("kind", "INDIVIDUAL");
        columns.put("name", "张三");
        columns.put("number", "3101" + number);
        columns.put("documentType", "0");
        IntStream.rangeClosed(1, 3).forEach(i -> columns.put("file" + i, i + ".jpg"));
        return new Document(name, Interface.APPLY, columns);
    }

    static Document change(int number) {
        var name = Interface.CHANGE.document(number);
        var columns = new LinkedHashMap<String, String>();
        columns.put("customerId", "c-" + name);
        columns.put("name", "第一公司");
        columns.put("number", "9131" + number);
        columns.put("file1", "licence.jpg");
        return new Document(name, Interface.CHANGE, columns);
    }

    /** Every third only the old endpoint can do, every third only the new one. */
    static Document detail(int number) {
        var name = Interface.DETAIL.document(number);
        var columns = new LinkedHashMap<String, String>();
        columns.put("orderId", name);
        columns.put("wantOriginal", number % 3 == 0 ? "Y" : "N");
        columns.put("wantExtended", number % 3 == 1 ? "Y" : "N");
        return new Document(name, Interface.DETAIL, columns);
    }

    static Document list(int number, String customer) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("customerId", customer);
        columns.put("wantOriginal", number % 2 == 0 ? "Y" : "N");
        return new Document(Interface.LIST.document(number), Interface.LIST, columns);
    }

    boolean isWrite() {
        return kind.writes();
    }

    /** Of a renewal. */
    List<String> resources() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(i -> columns.get("resource" + i))
                .filter(resource -> resource != null)
                .toList();
    }

    /** The customer that is created has no id yet. */
    String customer() {
        return columns.get("customerId");
    }

    /** What shall happen when its resources expire, once it is carried out. */
    int policy() {
        return Integer.parseInt(columns.get("expireMode"));
    }

    /** Another one. */
    int policyBefore() {
        return policy() == 0 ? 3 : 0;
    }

    /** Whether the partner reviews it, so that it is told twice: that it was taken, and what was decided. */
    boolean isReviewed() {
        return (kind == Interface.APPLY || kind == Interface.CHANGE)
                && Integer.parseInt(number.substring("DOC-A".length())) % 4 == 3;
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
        return columns.entrySet().stream()
                .map(column -> NUMBERS.contains(column.getKey())
                        ? "\"%s\": %s".formatted(column.getKey(), column.getValue())
                        : "\"%s\": \"%s\"".formatted(column.getKey(), column.getValue()))
                .collect(Collectors.joining(", ", "{\"document\": \"" + number + "\", ", "}"));
    }
}
