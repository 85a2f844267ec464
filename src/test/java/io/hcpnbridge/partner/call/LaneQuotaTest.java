package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.Precedence;
import io.hcpnbridge.partner.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** What a call does with the slots that its lane has, or has not. */
class LaneQuotaTest {
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final PartnerCall call = PartnerCall.of("acme", Requests.newList(Map.of()), () -> Duration.ZERO);
    private final List<Duration> asked = new ArrayList<>();

    @Test
    void aSlotIsTakenOnceAndWaitedFor() {
        var quota = quota(Optional.of(Duration.ofMillis(30_000)));

        assertThat(quota.needsSlot(exchange)).isTrue();
        quota.takeSlot(exchange);

        assertThat(quota.needsSlot(exchange)).isFalse();
        assertThat(exchange.getProperty(LaneQuota.QUOTA_WAIT))
                .as("a moment before it, to be announced")
                .isEqualTo(29_900L);
    }

    @Test
    void aCallLeavesAtItsSlotAndNotBefore() throws Exception {
        var quota = quota(Optional.of(Duration.ofMillis(60)));
        quota.takeSlot(exchange);

        quota.keepSlot(call);

        assertThat(System.nanoTime() - call.slot().orElseThrow()).isNotNegative();
        assertThat(asked).hasSizeLessThan(10);
    }

    @Test
    void aSlotThatWasMissedIsNotUsedAndTheNextOneIs() throws Exception {
        var quota = quota(Optional.of(Duration.ofMillis(1)));
        quota.takeSlot(exchange);
        long missed = System.nanoTime() - Duration.ofMillis(50).toNanos();
        call.slot(missed);

        assertThat(quota.needsSlot(exchange)).isTrue();
        quota.keepSlot(call);

        assertThat(call.slot().orElseThrow())
                .isGreaterThan(missed + Duration.ofMillis(50).toNanos());
        assertThat(asked).hasSizeGreaterThan(1);
    }

    @Test
    void whoeverWouldWaitTooLongGivesUp() {
        var quota = quota(Optional.empty());

        assertThatThrownBy(() -> quota.takeSlot(exchange))
                .isInstanceOfSatisfying(LaneFullException.class, full -> assertThat(full.rest())
                        .isLessThan(LaneQuota.LONGEST_WAIT)
                        .isPositive());
    }

    @Test
    void aMessageTakesAnySlotAndWhatIsLessUrgentOnlyOneThatIsNear() {
        var near = new ArrayList<Duration>();
        for (var precedence : Precedence.values()) {
            call.goingAs(precedence);
            asked.clear();
            quota(Optional.of(Duration.ofMillis(1))).takeSlot(exchange);
            near.add(asked.get(0));
        }

        assertThat(near).doesNotHaveDuplicates().startsWith(LaneQuota.LONGEST_WAIT);
        assertThat(near).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void whoeverHasLetOthersGoFirstForLongIsAsUrgentAsAny() {
        call.goingAs(Precedence.PULL);
        var quota = quota(longest ->
                longest.equals(LaneQuota.LONGEST_WAIT) ? Optional.of(Duration.ofMillis(1)) : Optional.empty());

        quota.takeSlot(exchange);

        assertThat(call.slot()).isPresent();
        assertThat(asked).hasSizeGreaterThan(2).endsWith(LaneQuota.LONGEST_WAIT);
        assertThat(asked.subList(0, asked.size() - 1)).doesNotContain(LaneQuota.LONGEST_WAIT);
    }

    private LaneQuota quota(Optional<Duration> wait) {
        return quota(longest -> wait);
    }

    private LaneQuota quota(Function<Duration, Optional<Duration>> line) {
        call.putOn(exchange);
        return new LaneQuota(new Quotas(Map.of("list-orders-new", 20), Map.of()), new LaneSlots() {
            @Override
            public Optional<Duration> take(String tenant, String api, Pace pace, Duration soonest, Duration longest) {
                assertThat(pace.calls()).isEqualTo(20);
                asked.add(longest);
                return line.apply(longest);
            }

            @Override
            public void slowDown(String tenant, String api) {
                throw new IllegalStateException("nothing was refused");
            }
        });
    }
}
