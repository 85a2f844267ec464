package io.hcpnbridge.endtoend.pull;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.state.IncentivePolicies.Policy;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The policies of every month come by themselves. */
class PulledPoliciesTest {
    private static final YearMonth THIS_MONTH = YearMonth.from(Instant.now().atOffset(ZoneOffset.ofHours(8)));

    @Test
    void everyMonthIsAskedForOnceItIsOver() {
        try (var bridge = RunningBridge.start(surroundings -> {
            for (int ago = 0; ago <= 3; ago++) {
                var month = THIS_MONTH.minusMonths(ago).toString();
                surroundings.partner().state().policies().put(month, new Policy("service-" + month, "服务", "1", true));
            }
            surroundings
                    .set("work.catch-up-cron", "* * * * * ?")
                    .set("pulls.policies.enabled", "true")
                    .set("pulls.policies.cron", "* * * * * ?")
                    .set("pulls.policies.since", THIS_MONTH.minusMonths(2).toString());
        })) {
            for (int ago = 2; ago >= 1; ago--) {
                var month = THIS_MONTH.minusMonths(ago).toString();
                var answer = ErpFormat.of("products.policies")
                        .read(bridge.awaitAnswer("products.policies", "policies-acme-" + month));
                assertThat(column(answer, "result", "document")).containsExactly("policies-" + month);
                assertThat(column(answer, "policy", "service")).containsExactly("service-" + month);
            }
            assertThat(bridge.partner().journal().calls(Api.POLICIES)).hasSize(2);
        }
    }

    private static List<String> column(List<ErpFormat.Line> answer, String record, String column) {
        return answer.stream()
                .filter(line -> line.record().equals(record))
                .map(line -> line.get(column))
                .toList();
    }
}
