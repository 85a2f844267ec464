package io.hcpnbridge.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.Told;
import io.hcpnbridge.mapping.Violation;
import io.hcpnbridge.mapping.definition.ControlTotal;
import io.hcpnbridge.text.Words;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A trailer agrees with its records to the last digit, or it is told what it should be. */
class ControlTotalsTest {
    private final ControlTotals totals = new ControlTotals(List.of(new ControlTotal("amountTotal", "amount")));

    @Property(tries = 200)
    void sumsAreExactAndOnlyTheTrueOneIsLetIn(
            @ForAll @Size(max = 30) List<@Scale(2) BigDecimal> amounts, @ForAll @Scale(2) BigDecimal error) {
        var sums = new ControlTotals(List.of(new ControlTotal("amountTotal", "amount")));
        amounts.forEach(amount -> sums.add(record(amount), List.of()));
        var sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sums.differences(trailer(amounts.size(), sum))).isEmpty();
        assertThat(sums.differences(trailer(amounts.size(), sum.add(error)))).hasSize(error.signum() == 0 ? 0 : 1);
    }

    @Test
    void theDifferenceSaysWhatWasStatedAndWhatIsTrue() {
        totals.add(record(new BigDecimal("1.10")), List.of());
        totals.add(record(new BigDecimal("2.20")), List.of());

        assertThat(totals.differences(trailer(3, new BigDecimal("3.31"))))
                .extracting(Told::of)
                .containsExactly(
                        new Told(0, "count", "3", "must be 2, as the records say"),
                        new Told(0, "amountTotal", "3.31", "must be 3.30, as the records say"));
    }

    @Test
    void aSumOfWhichAPartIsUnknownIsNotTold() {
        totals.add(record(BigDecimal.ONE), List.of(new Violation("amount", "x", Words.same("must be a number"))));
        totals.add(record(BigDecimal.ONE), List.of());

        assertThat(totals.differences(trailer(2, BigDecimal.TEN))).isEmpty();
    }

    @Test
    void aWrongValueElsewhereDoesNotHideAWrongSum() {
        totals.add(record(BigDecimal.ONE), List.of(new Violation("day", "x", Words.same("must be a day"))));

        assertThat(totals.differences(trailer(1, BigDecimal.TEN)))
                .extracting(Violation::field)
                .containsExactly("amountTotal");
    }

    @Test
    void aRecordThatCannotBeReadCountsAndNoSumIsToldAnyMore() {
        totals.addUnreadable();

        assertThat(totals.differences(trailer(2, BigDecimal.TEN)))
                .extracting(Violation::field)
                .containsExactly("count");
    }

    @Test
    void whatTheTrailerDoesNotStateIsNotCompared() {
        totals.add(record(BigDecimal.ONE), List.of());

        assertThat(totals.differences(ExactJson.mapper().createObjectNode())).isEmpty();
    }

    private static ObjectNode record(BigDecimal amount) {
        return ExactJson.mapper().createObjectNode().put("amount", amount);
    }

    private static ObjectNode trailer(int count, BigDecimal total) {
        return ExactJson.mapper().createObjectNode().put("count", count).put("amountTotal", total);
    }
}
