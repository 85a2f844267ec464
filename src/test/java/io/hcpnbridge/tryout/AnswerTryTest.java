package io.hcpnbridge.tryout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** {@code --bridge.try} of a file beside which lies what the partner answered: the answer, and where it is another than expected. */
class AnswerTryTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    private record Told(int exitCode, String text) {
        /** What differs, document by document. */
        List<String> differences() {
            return text.lines()
                    .filter(line -> line.startsWith("  ") && line.contains(".answer.") && !line.endsWith("as expected"))
                    .map(String::strip)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.renew/april.in.txt", // several calls for a document, two generations
                "orders.renew/one-message.in.json",
                "orders.renew/refused-april.in.txt",
                "orders.detail/many-lines.in.txt", // pages
                "orders.list/thirty-months.in.txt", // several ranges of time
                "bills.records/all-october.in.csv", // pages, sums
                "prices.by-spec/april.in.csv",
                "prices.period/april.in.csv", // documents that share a call, one that spoils it
                "customers.create/spring.in.xml", // checked before, followed after
                "customers.realname-apply/first.in.xml", // answered twice
                "customers.associations/april.in.csv", // what changed since the last list
            })
    void aSampleIsAnsweredAsTheRunningAdapterAnsweredIt(String sample) throws IOException {
        var file = copied(sample);

        var told = tried(file);

        assertThat(told.exitCode()).as(told.text()).isEqualTo(Tryout.WELL);
        assertThat(told.differences()).isEmpty();
        if (!sample.contains("refused-")) {
            assertThat(told.text()).contains(name(file).replace(".in.", ".answer.") + ": all as expected");
        }
    }

    @Test
    void whatThePartnerDecidesLaterIsInTheSecondAnswer() throws IOException {
        assertThat(tried(copied("customers.realname-apply/first.in.xml")).text())
                .contains("  first.answer.xml: all as expected\n  first.answer.final.xml: all as expected\n");
    }

    @Test
    void anotherMappingOfAColumnIsToldByLineDocumentAndColumn() throws IOException {
        var file = copied("orders.renew/april.in.txt");
        change(
                "shared/renewal.jslt",
                text -> text.replace("\"orderId\": v:text(.)", "\"orderId\": v:text(.) + \"-X\""));

        var told = tried(file);

        assertThat(told.exitCode()).isEqualTo(Tryout.PROBLEMS);
        assertThat(told.differences())
                .containsExactly(
                        "document 续费-2024-0001: april.answer.txt, line 3, renewal: column orderId: expected CS-RENEWAL-OF-RES-0001, got CS-RENEWAL-OF-RES-0001-X",
                        "document RN-2024-0002: april.answer.txt, line 5, renewal: column orderId: expected CS-RENEWAL-OF-RES-0002-RES-0003, got CS-RENEWAL-OF-RES-0002-RES-0003-X",
                        "document RN-2024-0003: april.answer.txt, line 7, renewal: column orderId: expected CS-RENEWAL-OF-RES-0004, got CS-RENEWAL-OF-RES-0004-X",
                        "document RN-2024-0004: april.answer.txt, line 9, renewal: column orderId: expected CS-RENEWAL-OF-RES-0101, got CS-RENEWAL-OF-RES-0101-X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void thePageForWhoeverExtendsShowsWhatIsTold(String language) throws IOException {
        var file = copied("orders.renew/april.in.txt");
        change(
                "shared/renewal.jslt",
                text -> text.replace("\"orderId\": v:text(.)", "\"orderId\": v:text(.) + \"-X\""));

        var page = Files.readString(Path.of("src/docs", language, "extend.md"));
        var shown = page.substring(page.indexOf("Played with"), page.indexOf("⋯", page.indexOf("Played with")));
        assertThat(tried(file).text()).contains(shown);
    }

    @Test
    void inCsvOneAmountOfOneRowIsOneDifferenceAndThatOfItsSum() throws IOException {
        var file = copied("bills.records/october.in.csv");
        change(
                "shared/fee.jslt",
                text -> text.replace(
                        "\"creditAmount\": v:amount($fee.credit_amount)",
                        "\"creditAmount\": if ($fee.id == \"fee-0003\") decimal(\"30.01\") else v:amount($fee.credit_amount)"));

        assertThat(tried(file).differences())
                .containsExactly(
                        "document 对账-2026-10-01: october.answer.csv, line 5, fee: column creditAmount: expected 20.00, got 30.01",
                        "october.answer.csv, line 48, sum: column amount: expected 20.00, got 30.01");
    }

    @Test
    void inAMessageRecordsAreCountedAsAFileWouldHaveThem() throws IOException {
        var file = copied("orders.renew/one-message.in.json");
        change(
                "shared/renewal.jslt",
                text -> text.replace("\"resourceId\": v:text(.)", "\"resourceId\": \"res-8888\""));

        assertThat(tried(file).differences())
                .containsExactly(
                        "document RN-2024-0302: one-message.answer.json, record 5, expired: column resourceId: expected res-9999, got res-8888");
    }

    @Test
    void whatTellsOfAPersonIsNotShownInADifference() throws IOException {
        var file = copied("customers.create/spring.in.xml");
        change("customers.create/response.jslt", text -> text.replace(
                        "v:text($customer.account_name)", "\"another_shop\"")
                .replace("; nothing was created", "; nothing was made"));

        var told = tried(file);

        assertThat(told.differences())
                .contains(
                        "document 客户-2024-0001: spring.answer.xml, element 2, result: column accountName: expected ***, got ***",
                        "document CC-2024-0004: spring.answer.xml, element 6, text: column text: expected accountName *** is in use already"
                                + " (check-identity: used_by_user); nothing was created, got accountName *** is in use already"
                                + " (check-identity: used_by_user); nothing was made");
        assertThat(told.text()).doesNotContain("spring_shop_01", "another_shop", "shop_0001");
    }

    @Test
    void rowsThatAreMissingOrTooManyAreTold() throws IOException {
        var file = copied("orders.renew/april.in.txt");
        var answer = file.resolveSibling("april.answer.txt");
        var lines = new String(Files.readAllBytes(answer), GB18030).split("(?<=\n)", -1);
        lines[4] = "";
        lines[6] += lines[6].replace("RES-0004", "RES-4444");
        Files.write(answer, String.join("", lines).getBytes(GB18030));

        assertThat(tried(file).differences())
                .containsExactly(
                        "document RN-2024-0002: april.answer.txt, line 5 of the answer made, renewal is too many: document RN-2024-0002, orderId CS-RENEWAL-OF-RES-0002-RES-0003",
                        "document RN-2024-0003: april.answer.txt, line 7, renewal is missing: document RN-2024-0003, orderId CS-RENEWAL-OF-RES-4444");
    }

    @Test
    void aCallThatNobodyRecordedIsNamedAndTheOtherDocumentsArePlayed() throws IOException {
        var file = copied("orders.renew/april.in.txt");
        forget(file, step -> step.contains("RN-2024-0003"));

        var told = tried(file);

        assertThat(told.exitCode()).isEqualTo(Tryout.PROBLEMS);
        assertThat(told.text())
                .contains(
                        "  document RN-2024-0003: no answer is recorded to renew-resources-old:"
                                + " POST /v1.0/c0ffee0000000000000000000000001/common/order-mgr/resources/renew"
                                + " {\"resource_ids\":[\"res-0004\"],\"period_type\":2,\"period_num\":6,\"expire_mode\":2,\"isAutoPay\":0}\n")
                .contains("  april.answer.txt: the others as expected\n");
    }

    @Test
    void aCallThatNobodyRecordedTellsOfNoPerson() throws IOException {
        var file = copied("customers.create/spring.in.xml");
        forget(file, step -> true);

        var told = tried(file);

        assertThat(told.text())
                .contains(
                        "no answer is recorded to check-identity: POST /v2/partners/sub-customers/users/check-identity"
                                + " {\"search_type\":\"name\",\"search_value\":\"***\"}")
                .doesNotContain("spring_shop_01", "13800000011", "246810");
    }

    @Test
    void anotherRequestIsNotAnsweredByWhatThePartnerSaidToTheOne() throws IOException {
        var file = copied("orders.renew/april.in.txt");
        change("orders.renew/request.old.jslt", text -> text.replace("\"period_num\": ", "\"period_num\": 1 + "));

        assertThat(tried(file).text())
                .contains("  document RN-2024-0003: no answer is recorded to renew-resources-old: ")
                .contains("\"period_num\":7,");
    }

    @Test
    void withoutAnExpectedAnswerTheAnswerIsShown() throws IOException {
        var file = copied("orders.renew/april.in.txt");
        Files.delete(file.resolveSibling("april.answer.txt"));

        var told = tried(file);

        assertThat(told.exitCode()).isEqualTo(Tryout.WELL);
        assertThat(told.text())
                .contains(
                        """
                          The answer, as there is no april.answer.txt to say what is expected:
                            line 1, header: interface orders.renew, batchNumber R-2024-0401, createdAt 20240401100000, tenant acme
                            line 2, result: document 续费-2024-0001, status OK, rows 000000001, remark 续一个月，到期自动续费
                            line 3, renewal: document 续费-2024-0001, orderId CS-RENEWAL-OF-RES-0001
                        """);
    }

    @Test
    void whatTellsOfAPersonIsNotShownInAnAnswer() throws IOException {
        var file = copied("customers.associations/april.in.csv");
        Files.delete(file.resolveSibling("april.answer.csv"));

        assertThat(tried(file).text())
                .contains(", accountName ***, customerName ***, ")
                .contains(", telephone ***, email ***, ")
                .doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{\"api\": \"renew-resources-new\"}] | recorded.json: call 1: has no document",
                "[{\"record\": {\"document\": \"A\"}}] | recorded.json: call 1: has no api",
                "[{\"api\": \"a\", \"record\": {\"document\": \"A\"}, \"judgement\": {\"verdict\": \"yes\"}}] | call 1: its verdict must be",
                "[ | recorded.json: ",
            })
    void aRecordThatCannotBePlayedIsNamed(String recorded, String sentence) throws IOException {
        var file = copied("orders.renew/april.in.txt");
        Files.writeString(file.resolveSibling("recorded.json"), recorded);

        var told = tried(file);

        assertThat(told.exitCode()).isEqualTo(Tryout.UNUSABLE);
        assertThat(told.text()).contains(sentence);
    }

    @Test
    void whatIsRecordedByHandNeedsNoRequestBesideIt() throws IOException {
        var file = copied("orders.coupons/april.in.txt");
        var recorded = recorded(file);
        recorded.forEach(step -> ((ObjectNode) step)
                .remove(List.of("request", "given", "now", "tenant", "settings", "generation", "site")));
        Files.write(file.resolveSibling("recorded.json"), ExactJson.bytes(recorded));

        var told = tried(file);

        assertThat(told.text()).contains("april.answer.txt: all as expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theRecordOfThePageForWhoeverExtendsIsPlayed(String language) throws IOException {
        var page = Files.readString(Path.of("src/docs", language, "extend.md"));
        var file = copied("orders.renew/april.in.txt");
        var batch = new String(Files.readAllBytes(file), GB18030);
        Files.write(file, batch.replace("RN-2024-0002", "RN-1        ").getBytes(GB18030));
        Files.writeString(
                file.resolveSibling("recorded.json"),
                page.split("```json\n", -1)[1].split("```", -1)[0]);
        Files.delete(file.resolveSibling("april.answer.txt"));

        assertThat(tried(file).text())
                .contains(": document RN-1, status REFUSED, code CBC.99003016, rows 000000001,")
                .contains(": document RN-1, text The resource has expired.\n")
                .contains(": document RN-1, resourceId res-9999\n");
    }

    @Test
    void continuousIntegrationGetsACaseForEachDocument() throws Exception {
        var file = copied("orders.renew/april.in.txt");
        change(
                "shared/renewal.jslt",
                text -> text.replace(
                        "\"orderId\": v:text(.)",
                        "\"orderId\": if (. == \"CS-RENEWAL-OF-RES-0004\") \"?\" else v:text(.)"));
        var report = folder.resolve("report.xml");

        tried(file, "--bridge.try-report=" + report);

        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("6");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        var failed = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(((Element) failed.getParentNode()).getAttribute("name")).isEqualTo(file + ", document RN-2024-0003");
        assertThat(failed.getTextContent())
                .isEqualTo("april.answer.txt, line 7, renewal: column orderId: expected CS-RENEWAL-OF-RES-0004, got ?");
    }

    /** A sample of the packed ones, with everything beside it and the interface's mappings, for this test to change. */
    private Path copied(String sample) throws IOException {
        var parts = sample.split("/", -1);
        copy("shared");
        copy(parts[0]);
        return folder.resolve("mappings").resolve(parts[0]).resolve("samples").resolve(parts[1]);
    }

    private void copy(String part) throws IOException {
        try (var files = Files.walk(Path.of("mappings", part))) {
            files.forEach(file -> {
                try {
                    var to = folder.resolve(file.toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void change(String mapping, UnaryOperator<String> change) throws IOException {
        var file = folder.resolve("mappings").resolve(mapping);
        var text = Files.readString(file);
        assertThat(change.apply(text)).isNotEqualTo(text);
        Files.writeString(file, change.apply(text));
    }

    private static void forget(Path file, Predicate<String> forgotten) throws IOException {
        var left = ExactJson.mapper().createArrayNode();
        recorded(file).forEach(step -> {
            if (!forgotten.test(step.toString())) {
                left.add(step);
            }
        });
        Files.write(file.resolveSibling("recorded.json"), ExactJson.bytes(left));
    }

    private static ArrayNode recorded(Path file) throws IOException {
        return (ArrayNode) ExactJson.read(Files.readAllBytes(file.resolveSibling("recorded.json")));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private Told tried(Path file, String... options) {
        var arguments = Stream.concat(
                        Stream.of("--bridge.try=" + file, "--bridge.mappings=file:" + folder.resolve("mappings") + "/"),
                        Arrays.stream(options))
                .toArray(String[]::new);
        var out = new ByteArrayOutputStream();
        var exitCode = Tryout.run(new PrintStream(out, true, UTF_8), arguments);
        return new Told(exitCode, out.toString(UTF_8));
    }
}
