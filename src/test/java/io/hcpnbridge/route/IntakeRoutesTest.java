package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.erp.sftp.ServerRefusal;
import io.hcpnbridge.erp.sftp.ServerTrouble;
import io.hcpnbridge.intake.CutOffFileException;
import io.hcpnbridge.intake.IncompleteFileException;
import io.hcpnbridge.intake.VanishedFileException;
import io.hcpnbridge.ledger.FileClaimLostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** How files of the ERP come in, step by step, as {@code intake.camel.yaml} says it. */
class IntakeRoutesTest extends ShippedRoutes {
    IntakeRoutesTest() {
        super("intake");
    }

    @Test
    void eachFileThatIsCompleteIsHandedToItsInterface() {
        when("look-into-all", leaving(List.of(file("orders.list"), file("orders.renew"))));

        through("look-now-and-then", null);

        assertThat(passed()).containsExactly("look-into-all", "hand-to-interface", "hand-to-interface");
        assertThat(addressed()).containsExactly("seda:files-of-orders.list", "seda:files-of-orders.renew");
    }

    @Test
    void theLedgerHasAFileBeforeItIsPutAside() {
        when("write-ledger", exchange -> assertThat(exchange.getProperty("interface"))
                .as("by the folder")
                .isEqualTo("orders.list"));

        taken(false);

        assertThat(passed()).containsExactly("write-ledger", "wake-claims-for-file", "put-aside");
    }

    @Test
    void aFileWhoseBatchIsCommittedIsOnlyPutAside() {
        taken(true);

        assertThat(passed()).containsExactly("put-aside");
    }

    @Test
    void aFileThatIsNotBegunIsLeftInTaking() {
        asked("claimedFiles.begin", any -> false);

        taken(false);

        assertThat(passed()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("failures")
    void aFileThatTheLedgerDoesNotHaveIsNeverPutAside(Exception failure, String step) {
        when("write-ledger", failing(failure));

        assertThat(taken(false).isFailed()).isFalse();

        assertThat(passed()).containsExactly("write-ledger", step);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("failures")
    void aFileThatCannotBePutAsideIsDealtWithInTheSameWay(Exception failure, String step) {
        when("put-aside", failing(failure));

        assertThat(taken(false).isFailed()).isFalse();

        assertThat(passed()).containsExactly("write-ledger", "wake-claims-for-file", "put-aside", step);
    }

    static Stream<Object[]> failures() {
        return Stream.of(
                new Object[] {made(FileClaimLostException.class, "f"), "give-file-up"},
                new Object[] {made(VanishedFileException.class), "forget-file"},
                new Object[] {made(ServerTrouble.class, "away", null), "try-after-next-look"},
                new Object[] {made(ServerRefusal.class, "no"), "try-after-next-look"},
                new Object[] {made(CutOffFileException.class), "put-file-back"},
                new Object[] {made(IncompleteFileException.class, 1L, 2L), "look-at-file-again"},
                new Object[] {new DataAccessResourceFailureException("ledger gone"), "try-file-again"},
                new Object[] {new IllegalStateException(), "try-file-again"});
    }

    @Test
    void connectionsAndTurnsAreKeptByRoutesOfTheirOwn() {
        through("look-for-hung-connections", null);
        through("remember-folder-turns", null);

        assertThat(passed()).containsExactly("close-hung-connections", "prolong-folder-turns");
    }

    private Exchange taken(boolean settled) {
        fill("take-in-files", Map.of("interface", "orders.list"));
        return through("await-files", new File("orders.list", settled));
    }

    private static File file(String interfaceName) {
        return new File(interfaceName, false);
    }

    /** What the routes read of a claimed file. */
    public record File(String interfaceName, boolean isSettled) {}
}
