package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.campaign.Document.Interface;
import io.hcpnbridge.standin.state.RenewalRequest;
import io.hcpnbridge.standin.state.Term;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Who judges a campaign sees what is wrong: after a quiet one that is right, one thing after the other is spoilt by hand. */
@Tag("slow")
@Tag("campaign")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JudgeTest {
    private final Campaign campaign = new Campaign(Plan.of("judge", 1, 24, 6).pulling(1));
    private Outcome outcome;

    @BeforeAll
    void run() throws Exception {
        outcome = campaign.run();
    }

    @AfterAll
    void close() {
        campaign.close();
    }

    @Test
    @Order(1)
    void nothingIsFoundWhereNothingIsWrong() {
        assertThat(new Judge(outcome).findings()).isEmpty();
    }

    @Test
    @Order(2)
    void anAnswerThatIsNotTheTruthIsFound() throws Exception {
        var file = anyFile(document -> document.kind() == Interface.RENEW);
        var answer = answer(file);
        var text = Files.readString(answer, StandardCharsets.ISO_8859_1);
        Files.writeString(
                answer,
                text.replaceFirst(
                        "CS\\d{10}\\w+",
                        "CS0000000000000000".substring(0, order(text).length())),
                StandardCharsets.ISO_8859_1);

        assertThat(new TruthCheck(campaign.again()).findings())
                .singleElement()
                .asString()
                .startsWith("UNTRUE: resources of DOC-W");
        Files.writeString(answer, text, StandardCharsets.ISO_8859_1);
    }

    @Test
    @Order(3)
    void aWriteThatTheAdapterKnowsNothingOfIsFound() {
        var document = outcome.writes().get(2);
        outcome.surroundings()
                .partner()
                .state()
                .renew(new RenewalRequest(document.customer(), document.resources(), Term.months(1), true, null, true));

        assertThat(new MoneyCheck(outcome).findings())
                .anyMatch(finding -> finding.startsWith("TWICE: " + document.number()))
                .allMatch(finding -> finding.contains(document.number() + "-"));
    }

    @Test
    @Order(4)
    void anAnswerWithoutADocumentAndOneThatHasItTwiceAreFound() throws Exception {
        var file = anyFile(document -> document.kind() == Interface.DETAIL);
        var answer = answer(file);
        var text = Files.readString(answer, StandardCharsets.ISO_8859_1);
        var lines = new ArrayList<>(text.lines().toList());
        var result = lines.remove(1);
        Files.writeString(answer, String.join("\r\n", lines) + "\r\n", StandardCharsets.ISO_8859_1);
        assertThat(new AnswerCheck(campaign.again()).findings()).anyMatch(finding -> finding.contains(" 0 times"));

        lines.add(1, result);
        lines.add(1, result);
        Files.writeString(answer, String.join("\r\n", lines) + "\r\n", StandardCharsets.ISO_8859_1);
        assertThat(new AnswerCheck(campaign.again()).findings()).anyMatch(finding -> finding.contains(" 2 times"));
        Files.writeString(answer, text, StandardCharsets.ISO_8859_1);
    }

    @Test
    @Order(5)
    void filesThatAreGoneOrLeftOverAreFound() throws Exception {
        var file = anyFile(document -> true);
        var inbound = outcome.workload().home().resolve("inbound/" + file.kind().id());
        Files.move(inbound.resolve(".done").resolve(file.name()), inbound.resolve(file.name()));
        assertThat(new FolderCheck(outcome).findings())
                .singleElement()
                .asString()
                .startsWith("LEFT in the inbound");

        Files.delete(inbound.resolve(file.name()));
        assertThat(new FolderCheck(outcome).findings())
                .singleElement()
                .asString()
                .startsWith("GONE: ");
    }

    @Test
    @Order(6)
    void aDoubtAboutACertainWriteIsFound() {
        var document = outcome.writes().get(1);
        var doubted =
                campaign.spoil("update record set state = 'IN_DOUBT' where document = '" + document.number() + "'");

        assertThat(new DoubtCheck(doubted).findings())
                .singleElement()
                .asString()
                .contains(document.number());
    }

    @Test
    @Order(7)
    void aRecordThatStaysAsItIsIsFound() {
        var document = outcome.writes().get(2);
        var lost = campaign.spoil("update record set state = 'DUE' where document = '" + document.number() + "'");

        assertThat(new MoneyCheck(lost).findings()).contains("LOST: " + document.number() + " stays DUE");
    }

    private HandedIn anyFile(Predicate<Document> which) {
        return outcome.workload().handedIn().stream()
                .filter(one -> one.file() && one.documents().stream().allMatch(which))
                .findFirst()
                .orElseThrow();
    }

    private Path answer(HandedIn file) {
        return outcome.workload().home().resolve("outbound/" + file.kind().id() + "/" + file.name() + ".answer");
    }

    private static String order(String text) {
        var matcher = Pattern.compile("CS\\d{10}\\w+").matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}
