package io.hcpnbridge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.Delivery;
import org.junit.jupiter.api.Test;

/** Under which names an answer may lie. */
class AnswerNamesTest {
    @Test
    void theNameOfTheFileComesFirstAndTheNumberOfItsArrivalLast() {
        assertThat(AnswerNames.of(delivery(7, 1, "a.txt")))
                .startsWith("a.txt.answer", "a.txt.2.answer", "a.txt.3.answer")
                .endsWith("a.txt.9.answer", "a.txt.a7.answer")
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void aSecondEditionLiesBesideTheFirst() {
        assertThat(AnswerNames.of(delivery(7, 2, "a.txt")))
                .startsWith("a.txt.answer.final", "a.txt.2.answer.final")
                .endsWith("a.txt.a7.answer.final")
                .doesNotContainAnyElementsOf(
                        AnswerNames.of(delivery(7, 1, "a.txt")).toList());
    }

    @Test
    void whatIsNotWholeYetHasANameThatNobodyTakesForAnAnswerTheSameAtEachTry() {
        assertThat(AnswerNames.temporary(delivery(7, 1, "a.txt")))
                .isEqualTo(".7.answer.tmp")
                .isEqualTo(AnswerNames.temporary(delivery(7, 1, "a.txt")))
                .isNotEqualTo(AnswerNames.temporary(delivery(8, 1, "a.txt")));
    }

    private static Delivery delivery(long arrival, int edition, String name) {
        return new Delivery(arrival, 1, edition, "orders.list", "acme", false, false, Arrival.ofFile("acme", name));
    }
}
