package io.hcpnbridge.endtoend.files;

import static io.hcpnbridge.endtoend.files.Documents.list;
import static io.hcpnbridge.endtoend.files.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.rehearsal.Bridge;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.ErpFormat.Line;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** An integration engineer edits mappings in a folder: no Java, no surprise for batches that are under way. */
@ExtendWith(OutputCaptureExtension.class)
class EditedMappingsTest {
    private static final String LIST = "orders.list";

    @TempDir
    Path mappings;

    @Test
    void aColumnMoreIsUsedAndABatchUnderWayEndsAsItBegan(CapturedOutput output) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
        var shipped = ErpFormat.of(LIST);
        try (var bridge = RunningBridge.start(surroundings -> {
            surroundings.set("bridge.mappings", mappings.toUri().toString()).set("work.tries", "1000");
            surroundings.partner().customer("c1");
            surroundings.partner().order("c1", order -> order.id("CS1"));
        })) {
            var port = bridge.partner().uri().getPort();
            bridge.partner().close();
            bridge.erp().drop(LIST, "before.txt", shipped.batch("BEFORE", List.of(list("BEFORE", "c1"))));
            Awaitility.await().until(() -> records(bridge) == 1);

            addColumns();
            bridge.restart();
            bridge.partner().start(port);

            var edited = ErpFormat.of(LIST, mappings);
            var record = with(list("AFTER", "c1"), "costCenter", "KST-4711");
            var after = edited.read(bridge.answerTo(LIST, "after.txt", edited.batch("AFTER", List.of(record))));
            assertThat(line("result", after).get("costCenter")).isEqualTo("KST-4711");
            assertThat(line("order", after).get("partnerName")).isEqualTo("华为云");
            var before = shipped.read(bridge.awaitAnswer(LIST, "before.txt"));
            assertThat(line("result", before).get("status")).isEqualTo("OK");
            assertThat(line("order", before).get("orderId")).isEqualTo("CS1");

            edit("orders.list/request.new.jslt", "\"method\": \"GET\",", "\"method\": \"GET\"");
            assertThatThrownBy(() -> Bridge.start(bridge.surroundings())).isNotNull();
            assertThat(output.toString())
                    .containsPattern("mappings/orders\\.list/request\\.new\\.jslt, line \\d+: .+")
                    .contains("bridge.mappings");
        }
    }

    /** As the manual says: a column from the document, and one that every order gets. */
    private void addColumns() {
        edit(
                "orders.list/interface.yaml",
                "  reserved: {type: blank, length: 64,",
                "  costCenter: {type: text, length: 10, repeated: yes, en: cost center, zh: 成本中心}\n"
                        + "  reserved: {type: blank, length: 54,");
        edit(
                "shared/order.jslt",
                "{\"row\": \"order\", \"key\"",
                "{\"row\": \"order\", \"partnerName\": \"华为云\", \"key\"");
        for (var iface : List.of("orders.list", "orders.detail")) {
            edit(
                    iface + "/interface.yaml",
                    "      payBefore:",
                    "      partnerName: {type: text, length: 10, en: the partner, zh: 伙伴}\n      payBefore:");
        }
    }

    private void edit(String file, String old, String changed) {
        var path = mappings.resolve(file);
        try {
            var text = Files.readString(path);
            assertThat(text).contains(old);
            var at = text.indexOf(old);
            Files.writeString(
                    path,
                    file.startsWith("shared")
                            ? text.replace(old, changed)
                            : text.substring(0, at) + changed + text.substring(at + old.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int records(RunningBridge bridge) {
        return bridge.ledger()
                .sql("select count(*) from record")
                .query(Integer.class)
                .single();
    }

    private static Line line(String record, List<Line> lines) {
        return lines.stream()
                .filter(line -> line.record().equals(record))
                .findFirst()
                .orElseThrow();
    }
}
