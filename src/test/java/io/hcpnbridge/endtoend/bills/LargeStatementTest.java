package io.hcpnbridge.endtoend.bills;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.BridgeProcess;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.state.Fee;
import io.hcpnbridge.standin.state.FeeRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * More than a hundred thousand consumption records of three customers in one statement, with 256 MB of memory; a million with
 * {@code -Dstatement.records=1000000}.
 */
@Tag("slow")
@Tag("volume")
class LargeStatementTest {
    private static final int RECORDS = Integer.getInteger("statement.records", 150_000);
    private static final int LARGE = RECORDS - 1_501;
    private static final int PAGE = 1_000;
    private static final Instant OCTOBER = Instant.parse("2026-09-30T16:00:00Z");

    private final Surroundings surroundings = Surroundings.start();
    private BridgeProcess bridge;

    @BeforeEach
    void start() {
        surroundings.set("partner.bill-months", "1200");
        // the partner admits ten calls a second; here the adapter's own speed is what counts
        surroundings.set("partner.quotas.list-fee-records", "1000");
        surroundings.partner().settings().billMonthsKept(1_200);
        surroundings.partner().journal().countOnly();
        consume("small", 0, 1);
        consume("large", 1, LARGE);
        consume("middle", RECORDS - 1_500, 1_500);
        bridge =
                BridgeProcess.start(surroundings, "-Xmx256m", "-XX:TieredStopAtLevel=4", "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterEach
    void close() {
        bridge.close();
        surroundings.close();
    }

    @Test
    void allRecordsAreOneStatement() throws IOException {
        drop();

        var seen = new BitSet(RECORDS);
        var told = new ArrayList<String>();
        try (var lines = Files.lines(awaitAnswer(), StandardCharsets.UTF_8)) {
            lines.forEach(line -> {
                if (line.startsWith("F,")) {
                    var number = Integer.parseInt(line.split(",", 4)[2].substring("fee-".length()));
                    assertThat(seen.get(number)).as(line).isFalse();
                    seen.set(number);
                } else {
                    told.add(line);
                }
            });
        }
        assertThat(seen.cardinality()).isEqualTo(RECORDS);
        assertThat(told)
                .contains(
                        "R,BIG,OK,," + (RECORDS + 3) + ",3,",
                        "C,BIG,large," + LARGE,
                        "A,officialAmount,CNY," + times("0.03") + "," + RECORDS,
                        "A,paymentAmount,CNY," + times("0.02") + "," + RECORDS,
                        "A,debtAmount,CNY,0," + RECORDS,
                        "T,1," + (RECORDS + 3) + ",1,0,0,0,0");
        // each page but a customer's first begins with the last row of the one before
        assertThat(surroundings.partner().journal().callsOf(Api.FEE_RECORDS))
                .isEqualTo(1 + (LARGE - 1 + PAGE - 2) / (PAGE - 1) + 2);
        assertThat(bridge.isAlive()).isTrue();
        assertThat(bridge.output()).doesNotContain("OutOfMemoryError");
    }

    private static String times(String amount) {
        return new BigDecimal(amount).multiply(BigDecimal.valueOf(RECORDS)).toPlainString();
    }

    private void consume(String customer, int first, int count) {
        var fee = Fee.discounted("0.03", "0.01", "0.02");
        surroundings.partner().customer(customer);
        surroundings
                .partner()
                .state()
                .fees()
                .put(
                        "2026-10",
                        customer,
                        count,
                        number -> FeeRecord.usage("fee-" + (first + number), OCTOBER.plusSeconds(number), fee));
    }

    private void drop() throws IOException {
        var folder = Files.createDirectories(surroundings.sftp().home().resolve("inbound/bills.records"));
        var lines = List.of(
                "H,bills.records,B-BIG,2026-11-06 08:00:00," + Surroundings.TENANT,
                "D,BIG,2026-10,,,,,,,,,,,,,,",
                "T,1");
        Files.write(folder.resolve("big.csv"), lines);
    }

    private Path awaitAnswer() {
        var answer = surroundings.sftp().home().resolve("outbound/bills.records/big.csv.answer");
        Awaitility.await("the statement")
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Files.exists(answer));
        return answer;
    }
}
