package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.Requests;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a call does with the slots that its lane has, or has not. */
class LaneQuotaTest {
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void aSlotIsTakenOnceAndWaitedFor() {
        var quota = quota(Optional.of(Duration.ofMillis(30_000)));

        assertThat(quota.needsSlot(exchange)).isTrue();
        quota.takeSlot(exchange);

        assertThat(quota.needsSlot(exchange)).isFalse();
        assertThat(exchange.getProperty(LaneQuota.QUOTA_WAIT))
                .as("a moment before it, to be announced")
                .isEqualTo(29_900L);
        assertThat(quota.untilSlot(exchange)).isBetween(29_900L, 30_000L);
    }

    @Test
    void aSlotThatWasMissedIsNotUsed() {
        var quota = quota(Optional.of(Duration.ZERO));
        quota.takeSlot(exchange);

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> quota.needsSlot(exchange));
    }

    @Test
    void whoeverWouldWaitTooLongGivesUp() {
        var quota = quota(Optional.empty());

        assertThatThrownBy(() -> quota.takeSlot(exchange))
                .isInstanceOfSatisfying(LaneFullException.class, full -> assertThat(full.rest())
                        .isLessThan(LaneQuota.LONGEST_WAIT)
                        .isPositive());
    }

    private LaneQuota quota(Optional<Duration> wait) {
        PartnerCall.of("acme", Requests.newList(Map.of()), () -> Duration.ZERO).putOn(exchange);
        return new LaneQuota(new Quotas(Map.of("list-orders-new", 20), Map.of()), new LaneSlots() {
            @Override
            public Optional<Duration> take(String tenant, String api, Pace pace, Duration longest) {
                assertThat(pace.calls()).isEqualTo(20);
                assertThat(longest).isEqualTo(LaneQuota.LONGEST_WAIT);
                return wait;
            }

            @Override
            public void slowDown(String tenant, String api) {
                throw new IllegalStateException("nothing was refused");
            }
        });
    }
}
