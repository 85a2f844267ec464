package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.renewal;
import static io.hcpnbridge.endtoend.files.Documents.with;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hcpnbridge.endtoend.files.Refusal.Problem;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A file with anything wrong in it is refused whole, with every reason, and the next one is taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedFilesTest {
    private static final String RENEW = "orders.renew";

    private final ErpFormat format = ErpFormat.of(RENEW);
    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.knowCustomer("c1");
        surroundings.set("erp.sftp.poll-interval", "150");
        for (int i = 0; i < 10; i++) {
            surroundings.partner().resource("c1", "r" + i, resource -> resource);
        }
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void anEmptyFile() {
        assertThat(refusal("empty.txt", new byte[0]).problem().rule()).isEqualTo("the file is empty");
    }

    /** It asks for nothing, and breaks no rule. */
    @Test
    void aFileWithoutDocumentsIsAnsweredAtOnce() {
        var answer = format.read(bridge.answerTo(RENEW, "none.txt", batch("NONE", "", "0", "0")));

        assertThat(answer).extracting(line -> line.record()).containsExactly("header", "trailer");
    }

    @Test
    void aUtf8ByteOrderMark() {
        var content = join(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, good("MARK", "r0"));

        assertThat(refusal("mark.txt", content).problem().rule())
                .isEqualTo("the file begins with a byte order mark of UTF-8, its declared charset is GB18030");
    }

    @Test
    void utf8InAnInterfaceOfGb18030() {
        // three bytes: GB18030 reads one other character and then half of one
        var record = new String(format.line("record", renewal("UTF8", "c1", "r0", 1)), ISO_8859_1);
        var mixed = new String("续".getBytes(UTF_8), ISO_8859_1);
        var at = record.indexOf("Y") + 1;
        var content = batch("UTF8", record.substring(0, at) + mixed + record.substring(at + 3), "1", "1");

        var problem = refusal("utf8.txt", content).problem();
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.field()).isEqualTo("remark");
        assertThat(problem.rule()).contains("GB18030");
    }

    @Test
    void aMissingTrailer() {
        var whole = good("CUT", "r0");
        var content = Arrays.copyOf(whole, whole.length - 882);

        assertThat(refusal("cut.txt", content).problem())
                .isEqualTo(new Problem(2, "", "", "the file ends without a trailer (T): it may be cut off"));
    }

    @Test
    void aCountThatDiffers() {
        var content = format.batch(
                "COUNT", List.of(renewal("COUNT-1", "c1", "r0", 1)), Map.of("count", "2", "periodTotal", "1"));

        assertThat(refusal("count.txt", content).problem())
                .isEqualTo(new Problem(3, "count", "2", "must be 1, as the records say"));
    }

    @Test
    void aControlTotalThatDiffers() {
        var content = format.batch(
                "TOTAL",
                List.of(renewal("TOTAL-1", "c1", "r0", 1), renewal("TOTAL-2", "c1", "r1", 11)),
                Map.of("periodTotal", "13"));

        assertThat(refusal("total.txt", content).problem())
                .isEqualTo(new Problem(4, "periodTotal", "13", "must be 12, as the records say"));
    }

    @Test
    void noRecordIsWrittenOfAFileWhoseTrailerIsWrong() {
        var records = IntStream.range(0, 3_000)
                .mapToObj(i -> renewal("SPARED-" + i, "c1", "r0", 1))
                .toList();
        var before = lastRecordNumber();

        var problem = refusal("spared.txt", format.batch("SPARED", records, Map.of("periodTotal", "2999")))
                .problem();

        assertThat(problem.rule()).isEqualTo("must be 3000, as the records say");
        assertThat(lastRecordNumber()).as("rows taken back leave gaps").isEqualTo(before);
    }

    @Test
    void thousandsOfBadLines() {
        var bad = line(renewal("BAD-1", "c1", "r0", 0));

        var problems =
                refusal("bad.txt", batch("BAD", bad.repeat(3_000), "3000", "0")).problems();

        assertThat(problems).hasSize(1_001);
        assertThat(problems.get(1_000).rule()).matches("and \\d+ more");
        assertThat(problems.get(1_000).line()).isEqualTo(3_001);
    }

    private long lastRecordNumber() {
        return bridge.ledger()
                .sql("select coalesce(last_value, 0) from pg_sequences where sequencename = 'record_id_seq'")
                .query(Long.class)
                .single();
    }

    @Test
    void aDocumentNumberThatComesTwice() {
        var content = format.batch(
                "TWICE",
                List.of(
                        renewal("TWICE-1", "c1", "r0", 1),
                        renewal("TWICE-2", "c1", "r1", 1),
                        renewal("TWICE-1", "c1", "r0", 1)),
                Map.of("periodTotal", "3"));

        assertThat(refusal("twice.txt", content).problem())
                .isEqualTo(new Problem(4, "document", "TWICE-1", "stands in line 2 already"));
    }

    @Test
    void aLineThatIsTooShort() {
        var record = new String(format.line("record", renewal("SHORT", "c1", "r0", 1)), ISO_8859_1);
        var content = batch("SHORT", record.substring(0, 870) + "\r\n", "1", "1");

        var problem = refusal("short.txt", content).problem();
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.rule()).isEqualTo("has 870 bytes, a line D must have 880");
    }

    @Test
    void aLineThatIsTooLong() {
        var record = new String(format.line("record", renewal("LONG", "c1", "r0", 1)), ISO_8859_1);
        var content = batch(
                "LONG",
                record.stripTrailing() + " ".repeat(881 - record.stripTrailing().length()) + "\r\n",
                "1",
                "1");

        assertThat(refusal("long.txt", content).problem().rule()).isEqualTo("has 881 bytes, a line D must have 880");
    }

    @Test
    void aLineOfTenMegabytes() {
        var content = batch("HUGE", "D" + "x".repeat(10_000_000) + "\r\n", "1", "1");

        var problem = refusal("huge.txt", content).problem();
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.rule()).isEqualTo("has 10000001 bytes, a line may have at most 4000");
    }

    @Test
    void anUnknownTenant() {
        var header = new String(format.line("header", with(format.header("TENANT"), "tenant", "nobody")), ISO_8859_1);
        var good = new String(good("TENANT", "r0"), ISO_8859_1);

        var refusal = refusal("tenant.txt", bytes(header + good.substring(882)));
        assertThat(refusal.problem()).isEqualTo(new Problem(1, "tenant", "nobody", "must be a configured tenant"));
        assertThat(refusal.tenant()).isEqualTo("nobody");
        assertThat(refusal.batchNumber()).isEqualTo("TENANT");
    }

    @Test
    void anotherInterfaceInTheHeader() {
        var header =
                new String(format.line("header", with(format.header("OTHER"), "interface", "orders.list")), ISO_8859_1);
        var good = new String(good("OTHER", "r0"), ISO_8859_1);

        assertThat(refusal("other.txt", bytes(header + good.substring(882))).problem())
                .isEqualTo(new Problem(1, "interface", "orders.list", "must be orders.renew, as the folder says"));
    }

    @Test
    void everyErrorIsNamedAtOnce() {
        var header = with(with(format.header("ALL"), "tenant", "nobody"), "interface", "orders.list");
        var tooShort = new String(format.line("record", renewal("ALL-5", "c1", "r5", 1)), ISO_8859_1);
        var content = join(
                format.line("header", header),
                format.line("record", renewal("ALL-1", "c1", "r1", 1)),
                format.line("record", renewal("ALL-1", "c1", "r2", 1)),
                format.line("record", with(renewal("ALL-3", "c1", "r 3!", 1), "periodType", "7")),
                format.line("record", with(renewal("ALL-4", "", "r4", 12), "expireMode", "x")),
                bytes(tooShort.substring(0, 800) + "\r\n"),
                bytes("Q" + " ".repeat(879) + "\r\n"),
                format.line("trailer", Map.of("count", "9", "periodTotal", "99")));

        assertThat(refusal("all.txt", content).problems())
                .extracting(Problem::line, Problem::field, Problem::value)
                .contains(
                        tuple(1, "interface", "orders.list"),
                        tuple(1, "tenant", "nobody"),
                        tuple(3, "document", "ALL-1"),
                        tuple(4, "resource1", "r 3!"),
                        tuple(4, "periodType", "7"),
                        tuple(5, "expireMode", "x"),
                        tuple(7, "recordType", "Q"),
                        tuple(8, "count", "9"))
                .anyMatch(problem -> problem.toList().get(0).equals(6))
                .doesNotContain(tuple(8, "periodTotal", "99"));
    }

    @Test
    void aValueWiderThanItsColumnGoesOnInTheNextLine() {
        // each takes four bytes in GB18030: 60 of them are more than the value's 200
        var content = batch("WIDE", "D" + "\u0E01".repeat(100) + "\r\n", "1", "0");

        assertThat(refusal("wide.txt", content).problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(2))
                .extracting(Problem::value)
                .satisfies(values -> assertThat(String.join("", values)).startsWith("D" + "\u0E01".repeat(50)));
    }

    @Test
    void mixedLineEndsAreNoError() {
        var content = new String(
                format.batch(
                        "MIXED",
                        List.of(renewal("MIXED-1", "c1", "r8", 1), renewal("MIXED-2", "c1", "r9", 1)),
                        Map.of("periodTotal", "2")),
                ISO_8859_1);

        var answer = format.read(bridge.answerTo(RENEW, "mixed.txt", bytes(content.replaceFirst("\r\n", "\n"))));
        assertThat(answer.get(1).get("status")).isEqualTo("OK");
        assertThat(folder("inbound/orders.renew/.done").resolve("mixed.txt")).exists();
    }

    @Test
    void aMendedFileIsTakenUnderTheSameName() {
        var wrong = format.batch("MEND", List.of(renewal("MEND-1", "c1", "r6", 1)), Map.of("periodTotal", "2"));
        refusal("mend.txt", wrong);
        var mended = format.batch("MEND", List.of(renewal("MEND-1", "c1", "r6", 1)), Map.of("periodTotal", "1"));

        bridge.erp().delete("outbound/" + RENEW + "/mend.txt.answer");

        assertThat(format.read(bridge.answerTo(RENEW, "mend.txt", mended))
                        .get(1)
                        .get("status"))
                .isEqualTo("OK");
    }

    @Test
    void nothingOfARefusedFileIsCarriedOut() {
        refusal("nothing.txt", batch("NOTHING", line(renewal("NOTHING-1", "c1", "r7", 1)), "2", "1"));

        assertThat(bridge.partner().journal().placedRenewals("r7")).isZero();
        assertThat(bridge.ledger()
                        .sql("select count(*) from record where document = 'NOTHING-1'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Drops a file and reads why it is refused; the ledger and the folders must say the same. */
    private Refusal refusal(String name, byte[] content) {
        var refusal = Refusal.read(format, bridge.answerTo(RENEW, name, content));

        assertThat(refusal.file()).isEqualTo(name);
        assertThat(folder("inbound/orders.renew/.refused").resolve(name)).exists();
        assertThat(folder("inbound/orders.renew").resolve(name)).doesNotExist();
        assertThat(bridge.ledger()
                        .sql(
                                """
                                select problem.line, problem.field, problem.value, problem.rule from arrival
                                join batch on batch.id = arrival.batch_id and verdict = 'REFUSED'
                                join batch_problem problem on problem.batch_id = batch.id
                                where file_name = ? order by problem.line, ordinal
                                """)
                        .param(name)
                        .query(Problem.class)
                        .list())
                .hasSameSizeAs(refusal.problems().stream()
                        .filter(problem -> !problem.rule().isEmpty())
                        .toList());
        return refusal;
    }

    private Path folder(String path) {
        return bridge.surroundings().sftp().home().resolve(path);
    }

    private byte[] good(String number, String resource) {
        return format.batch(number, List.of(renewal(number + "-1", "c1", resource, 1)), Map.of("periodTotal", "1"));
    }

    private String line(Map<String, String> record) {
        return new String(format.line("record", record), ISO_8859_1);
    }

    private byte[] batch(String number, String lines, String count, String total) {
        return join(
                format.line("header", format.header(number)),
                bytes(lines),
                format.line("trailer", Map.of("count", count, "periodTotal", total)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(text.chars().anyMatch(unit -> unit > 0xFF) ? ErpFormat.CHARSET : ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
