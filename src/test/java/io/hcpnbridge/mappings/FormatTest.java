package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.AnswerWriter;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mappings.FormatFile.Line;
import io.hcpnbridge.rehearsal.ErpColumns.Column;
import io.hcpnbridge.rehearsal.ErpFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** ERP records in and out, as the ERP's side reads and writes them. */
class FormatTest {
    static Stream<Arguments> answerLines() {
        return ShippedMapping.CATALOG.interfaces().stream()
                .filter(iface -> FormatFile.of(iface).isFixedLength())
                .flatMap(iface -> FormatFile.of(iface).stream("answer").values().stream()
                        .map(line -> Arguments.of(iface, line.name())));
    }

    @Test
    void everyColumnOfAListRecordIsRead() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("document", "销售-0001");
        columns.put("orderId", "CS1");
        columns.put("customerId", "c1");
        columns.put("createdFrom", "20240101000000");
        columns.put("createdTo", "20240331235959");
        columns.put("paidFrom", "20240101080000");
        columns.put("paidTo", "20240101080001");
        columns.put("service", "hws.service.type.ebs");
        columns.put("status", "0005");
        columns.put("orderType", "1   ");
        columns.put("indirectPartnerId", "r1");
        columns.put("paidForMembers", "N");
        columns.put("wantOriginal", "N");
        columns.put("wantExtended", "Y");
        columns.put("remark", "一季度");

        ReadBatch batch = read("orders.list", columns, Map.of("count", "000000001"));

        assertThat(batch.problems).isEmpty();
        assertThat(batch.records.get(0))
                .hasToString(ShippedMapping.json(
                                """
                                {"document":"销售-0001","orderId":"CS1","customerId":"c1",
                                 "createdFrom":"2023-12-31T16:00:00Z","createdTo":"2024-03-31T15:59:59Z",
                                 "paidFrom":"2024-01-01T00:00:00Z","paidTo":"2024-01-01T00:00:01Z",
                                 "service":"hws.service.type.ebs","status":5,"orderType":1,"indirectPartnerId":"r1",
                                 "paidForMembers":"N","wantOriginal":"N","wantExtended":"Y","remark":"一季度"}
                                """)
                        .toString());
    }

    @Test
    void everyColumnOfARenewalIsRead() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("document", "RN1");
        columns.put("customerId", "c1");
        for (int number = 1; number <= 10; number++) {
            columns.put("resource" + number, "r" + number);
        }
        columns.put("periodType", "2");
        columns.put("periodNum", "  11");
        columns.put("expireMode", "0");
        columns.put("autoPay", "Y");

        ReadBatch batch = read("orders.renew", columns, Map.of("count", "        1", "periodTotal", "000000011"));

        assertThat(batch.problems).isEmpty();
        assertThat(batch.records.get(0)).hasSize(16);
        assertThat(batch.records.get(0).get("resource10").textValue()).isEqualTo("r10");
        assertThat(batch.records.get(0).get("periodNum").intValue()).isEqualTo(11);
        assertThat(batch.records.get(0).get("expireMode").intValue()).isZero();
        assertThat(batch.trailer.get("periodTotal").intValue()).isEqualTo(11);
    }

    @Test
    void blankColumnsAreAbsent() {
        ReadBatch batch =
                read("orders.list", Map.of("document", "D1", "createdFrom", "00000000000000"), Map.of("count", "1"));

        assertThat(batch.problems).isEmpty();
        assertThat(batch.records.get(0)).isEqualTo(ShippedMapping.json("{\"document\":\"D1\"}"));
    }

    @ParameterizedTest
    @MethodSource("answerLines")
    void everyAnswerLineHoldsWhatFillsItsColumns(String iface, String kind) throws IOException {
        FormatFile format = FormatFile.of(iface);
        Line line = format.stream("answer").get(kind);
        ObjectNode full = ShippedMapping.object();
        for (Column column : line.columns()) {
            fill(full, column, format.isFixedLength() ? 2 : 1);
        }

        byte[] written = write(iface, kind, full);

        if (format.isFixedLength()) {
            assertThat(written).hasSize(line.length() + 2).endsWith('\r', '\n');
        }
        ErpFormat.Line read = ErpFormat.of(iface).read(written).get(0);
        assertThat(read.record()).isEqualTo(kind);
        for (Column column : line.columns()) {
            assertThat(unpadded(column, read.get(column.name())))
                    .as(column.name())
                    .isEqualTo(expected(full, column));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "order, orderId, 64", "order, customerId, 64", "order, contractId, 64", "order, serviceName, 400",
        "order, userName, 128", "project, projectId, 256", "project, projectName, 512", "line, lineId, 71",
        "line, serviceName, 400", "order, payingAgentId, 64", "discount, orderId, 64"
    })
    void theLongestDocumentedValuesFit(String kind, String column, int bytes) {
        assertThat(FormatFile.of("orders.detail").stream("answer")
                        .get(kind)
                        .column(column)
                        .length())
                .isGreaterThanOrEqualTo(bytes);
    }

    @Test
    void amountsComeOutExactly() throws IOException {
        Line line = FormatFile.of("orders.list").stream("answer").get("order");
        ObjectNode order = ShippedMapping.object();
        order.put("document", "D1");
        order.put("originalPrice", new BigDecimal("12345678901234.567890"));
        order.put("amountAfterDiscount", new BigDecimal("-0.10"));

        String written = columns(write("orders.list", "order", order));

        assertThat(line.column("originalPrice").in(written)).isEqualTo("   12345678901234.567890");
        assertThat(line.column("amountAfterDiscount").in(written)).isEqualTo("                   -0.10");
        assertThat(line.column("officialAmount").in(written)).isBlank();
    }

    @Test
    void timesComeOutInTheErpsZone() throws IOException {
        Line line = FormatFile.of("orders.list").stream("answer").get("order");
        ObjectNode order = ShippedMapping.object();
        order.put("document", "D1").put("createdAt", "2024-03-31T16:05:01Z");

        assertThat(line.column("createdAt").in(columns(write("orders.list", "order", order))))
                .isEqualTo("20240401000501");
    }

    /** @param wide how much room a Chinese character takes */
    private static void fill(ObjectNode full, Column column, int wide) {
        int length = column.length();
        switch (column.type()) {
            case "text" -> full.put(column.name(), "续".repeat(length / wide) + "x".repeat(length % wide));
            case "time" -> full.put(column.name(), "2024-03-31T15:59:59Z");
            case "amount" -> full.put(column.name(), new BigDecimal("-" + "9".repeat(length - 8) + ".567890"));
            case "number" -> full.put(column.name(), Long.parseLong("1234567".substring(0, Math.min(length, 7))));
            default -> {
                // literals and blanks are written by themselves
            }
        }
    }

    private static String expected(ObjectNode full, Column column) {
        return switch (column.type()) {
            case "literal" -> column.literal();
            case "text" -> full.get(column.name()).textValue();
            case "time" ->
                LocalDateTime.of(2024, 3, 31, 23, 59, 59).format(DateTimeFormatter.ofPattern(column.pattern()));
            case "amount", "number" -> full.get(column.name()).asText();
            default -> "";
        };
    }

    private static String unpadded(Column column, String value) {
        return column.type().equals("number") ? value.replaceFirst("^0+(?=\\d)", "") : value;
    }

    private static byte[] write(String iface, String kind, ObjectNode values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (AnswerWriter answer =
                ShippedMapping.of(iface).mapping().format(Form.FILE).answer(bytes)) {
            answer.write(kind, values);
        }
        return bytes.toByteArray();
    }

    private static String columns(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1);
    }

    private static ReadBatch read(String iface, Map<String, String> record, Map<String, String> trailer) {
        return ReadBatch.of(iface, ErpFormat.of(iface).batch("1", List.of(record), trailer));
    }
}
