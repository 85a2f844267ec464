package io.hcpnbridge.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.standin.state.RenewalRequest;
import io.hcpnbridge.standin.state.Term;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Who judges a campaign sees what is wrong: after a quiet one that is right, one thing after the other is spoilt by hand. */
@Tag("campaign")
@EnabledIfSystemProperty(named = "campaign.seed", matches = "\\d+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JudgeTest {
    private final Campaign campaign = new Campaign(new Plan(1, 6, 6, 1, false, List.of()));
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
    void aRenewalThatTheLedgerKnowsNothingOfIsFound() {
        var document = outcome.writes().get(1);
        outcome.surroundings()
                .partner()
                .state()
                .renew(new RenewalRequest(
                        document.columns().get("customerId"), document.resources(), Term.months(1), true, null, true));

        assertThat(new Judge(outcome).findings())
                .anyMatch(finding -> finding.startsWith("TWICE: " + document.number()))
                .allMatch(finding -> finding.contains(document.number() + "-"));
    }

    @Test
    @Order(3)
    void anAnswerWithoutADocumentAndOneThatHasItTwiceAreFound() throws Exception {
        var file = outcome.workload().handedIn().stream()
                .filter(one -> one.file() && one.documents().size() > 1)
                .findFirst()
                .orElseThrow();
        var answer = answer(file);
        var lines = Files.readString(answer, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1);
        Files.writeString(answer, without(lines, 1, ""), StandardCharsets.ISO_8859_1);
        assertThat(new AnswerCheck(outcome).findings()).anyMatch(finding -> finding.contains(" 0 times"));

        Files.writeString(answer, without(lines, 1, lines[1] + lines[1]), StandardCharsets.ISO_8859_1);
        assertThat(new AnswerCheck(outcome).findings()).anyMatch(finding -> finding.contains(" 2 times"));
    }

    @Test
    @Order(4)
    void filesThatAreGoneOrLeftOverAreFound() throws Exception {
        var file = outcome.workload().handedIn().stream()
                .filter(HandedIn::file)
                .findFirst()
                .orElseThrow();
        var inbound = outcome.surroundings()
                .sftp()
                .home()
                .resolve("inbound/" + file.kind().id());
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
    @Order(5)
    void aDoubtAboutACertainRenewalIsFound() {
        var document = outcome.writes().get(0);
        var doubted =
                campaign.spoil("update record set state = 'IN_DOUBT' where document = '" + document.number() + "'");

        assertThat(new DoubtCheck(doubted).findings())
                .singleElement()
                .asString()
                .contains(document.number());
    }

    @Test
    @Order(6)
    void aRecordThatStaysAsItIsIsFound() {
        var document = outcome.writes().get(2);
        var lost = campaign.spoil("update record set state = 'DUE' where document = '" + document.number() + "'");

        assertThat(new MoneyCheck(lost).findings()).contains("LOST: " + document.number() + " stays DUE");
    }

    private Path answer(HandedIn file) {
        return outcome.surroundings()
                .sftp()
                .home()
                .resolve("outbound/" + file.kind().id() + "/" + file.name() + ".answer");
    }

    private static String without(String[] lines, int number, String instead) {
        var changed = lines.clone();
        changed[number] = instead;
        return String.join("", changed);
    }
}
