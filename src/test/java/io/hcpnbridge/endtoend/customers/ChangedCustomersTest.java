package io.hcpnbridge.endtoend.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What changed among the partner's customers since the last time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedCustomersTest {
    private static final String IFACE = "customers.associations";

    private final RunningBridge bridge = RunningBridge.start(ChangedCustomersTest::prepare);

    private static void prepare(Surroundings surroundings) {
        for (var id : List.of("c1", "c2", "c3", "c4", "c5")) {
            surroundings.partner().customer(id);
            surroundings.partner().customers().profile(id, profile -> profile.labelled("seen"));
        }
        surroundings.partner().customers().profile("c4", profile -> profile.frozen(1));
        surroundings.partner().customers().profile("c5", profile -> profile.associated(null));
    }

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void onlyWhatIsDifferentIsToldAndNothingIsLostByAFailure() {
        assertThat(changes("D1")).containsExactlyInAnyOrder("c1 NEW", "c2 NEW", "c3 NEW", "c4 NEW");
        assertThat(changes("D2")).isEmpty();

        customer("c1", profile -> profile.verified("2", 1));
        customer("c2", profile -> profile.frozen(2).level("V1"));
        customer("c3", profile -> profile.associated(null));
        customer("c4", profile -> profile.frozen(0));
        customer("c5", profile -> profile.associated(Instant.parse("2026-05-06T07:08:09Z")));
        bridge.partner().faults().next(Api.CUSTOMERS, 1, Fault.error(403, "CBC.0151", "拒绝访问"));

        assertThat(changes("D3")).isEmpty();
        assertThat(changes("D4"))
                .containsExactlyInAnyOrder("c1 CHANGED", "c2 FROZEN", "c3 GONE", "c4 UNFROZEN", "c5 NEW");
        assertThat(changes("D5")).isEmpty();
    }

    private void customer(String id, UnaryOperator<Profile> change) {
        bridge.partner().customers().profile(id, change);
    }

    private List<String> changes(String document) {
        return bridge.ask(IFACE, Map.of("document", document, "scope", "CHANGES", "label", "seen")).stream()
                .filter(line -> line.record().equals("customer"))
                .map(line -> line.get("customerId") + " " + line.get("change"))
                .toList();
    }
}
