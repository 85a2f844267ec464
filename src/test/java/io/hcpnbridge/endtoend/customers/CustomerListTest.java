package io.hcpnbridge.endtoend.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The partner's customers in a CSV file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerListTest {
    private static final String IFACE = "customers.associations";

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        for (int number = 0; number < 230; number++) {
            var id = "c%03d".formatted(number);
            surroundings.partner().customer(id);
            surroundings.partner().customers().profile(id, profile -> profile.labelled("many"));
        }
        surroundings.partner().customers().profile("c007", profile -> profile.account("=cmd|calc")
                .named("逗号,引号\"公司")
                .labelled("one")
                .contact("+8613800000000", "a@example.com")
                .verified("-1", -1)
                .frozen(1)
                .associated(Instant.parse("2024-02-29T16:00:00Z")));
    });

    @BeforeEach
    void forget() {
        bridge.partner().faults().clear();
        bridge.partner().journal().clear();
    }

    @AfterAll
    void close() {
        bridge.close();
    }

    @Test
    void aCustomerIsOneLineThatASpreadsheetDoesNotTakeForAFormula() {
        var lines = ask("D,ONE,,,,,one,,2024-03-01 00:00:00,2024-03-01 00:00:00,,note");

        assertThat(lines.get(1)).isEqualTo("R,ONE,OK,,1,1,note");
        assertThat(lines.get(2))
                .isEqualTo("C,ONE,,c007,'=cmd|calc,\"逗号,引号\"\"公司\",2024-03-01 00:00:00,2,1,-1,-1,V0,one,,,0086,"
                        + "'+8613800000000,a@example.com,");
        assertThat(lines.get(3)).isEqualTo("T,1,1,1,0,0,0,0");
    }

    @Test
    void aListThatChangesWhileItIsReadIsReadAgain() {
        bridge.partner().pageTurns().after(2, state -> state.customerBook()
                .profile("c000", profile -> profile.associated(null)));

        var lines = ask("D,MANY,ALL,,,,many,,,,,");

        var customers = lines.stream()
                .filter(line -> line.startsWith("C,"))
                .map(line -> line.split(",")[3])
                .collect(Collectors.toList());
        assertThat(customers).hasSize(228).doesNotHaveDuplicates().doesNotContain("c000", "c007");
        assertThat(lines.get(1)).isEqualTo("R,MANY,OK,,228,228,");
    }

    @Test
    void aRefusalHasThePartnersWords() {
        bridge.partner().faults().always(call -> call.api() == Api.CUSTOMERS, Fault.error(403, "CBC.0151", "拒绝访问"));

        var lines = ask("D,NO,ALL,,,,,,,,,");

        assertThat(lines.get(1)).isEqualTo("R,NO,REFUSED,CBC.0151,0,,");
        assertThat(lines.get(2)).isEqualTo("M,NO,拒绝访问");
    }

    @Test
    void aWishThatTheSiteDoesNotKnowIsRefusedBeforeACall() {
        var lines = ask("D,SITE,,,,,,3,,,,");

        assertThat(lines.get(0)).startsWith("X,customers.associations");
        assertThat(lines.get(1)).contains("associationType").contains("China site");
        assertThat(bridge.partner().journal().total()).isZero();
    }

    private List<String> ask(String record) {
        var document = record.split(",")[1];
        var batch = "H,customers.associations,B-%s,2026-11-23 08:00:00,acme\r\n%s\r\nT,1\r\n"
                .formatted(document, record)
                .getBytes(StandardCharsets.UTF_8);
        return new String(bridge.answerTo(IFACE, document + ".csv", batch), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
