package io.hcpnbridge.endtoend.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.EndingProcess;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An adapter works; a second one with a broken override is started on the same ledger and the same SFTP server. */
@Tag("slow")
@Tag("overrides")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenNeighbourTest {
    private static final int FILES = 12;
    private static final String INTERFACE = "orders.detail";

    private final RunningBridge bridge = RunningBridge.start(surroundings -> {
        surroundings.partner().customer("c1");
        surroundings.partner().order("c1", order -> order.id("CS1"));
    });

    @AfterAll
    void close() {
        bridge.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"JSLT_SYNTAX", "UNKNOWN_OPTION"})
    void itEndsAndTheFirstAnswersOnAsIfNothingHadBeen(Breakage breakage, @TempDir Path folder) {
        var format = ErpFormat.of(INTERFACE);
        var callsBefore = bridge.partner().journal().calls().size();
        var names = IntStream.range(0, FILES)
                .mapToObj(number -> breakage.name().charAt(0) + String.valueOf(breakage.ordinal()) + "-" + number)
                .toList();
        names.forEach(name -> bridge.erp()
                .drop(
                        INTERFACE,
                        name + ".txt",
                        format.batch("B" + name, List.of(Map.of("document", name, "orderId", "CS1")))));

        var neighbour = EndingProcess.run(folder, neighbour(breakage, folder));

        assertThat(neighbour.exitCode()).isOne();
        assertThat(neighbour.output().lines())
                .anySatisfy(line -> assertThat(line).contains(breakage.said()))
                .noneSatisfy(line -> assertThat(line).contains("Started BridgeApplication"));
        assertThat(names).allSatisfy(name -> assertThat(format.read(bridge.awaitAnswer(INTERFACE, name + ".txt")))
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("document") + " " + line.get("status"))
                .containsExactly(name + " OK"));
        assertThat(bridge.partner().journal().calls()).hasSize(callsBefore + FILES);
        assertThat(bridge.ask(INTERFACE, Map.of("document", "AFTER" + breakage.ordinal(), "orderId", "CS1")))
                .filteredOn(line -> line.record().equals("result"))
                .extracting(line -> line.get("status"))
                .containsExactly("OK");
    }

    private String[] neighbour(Breakage breakage, Path folder) {
        List<String> arguments =
                new ArrayList<>(Arrays.asList(bridge.surroundings().arguments()));
        breakage.in(new Overrides(folder))
                .settings()
                .forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }
}
