package io.hcpnbridge.check.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.SampleFiles;
import io.hcpnbridge.mapping.format.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What an integration engineer has to write for a column or an interface, counted in files and lines; no Java, no route. */
class SmallChangesTest {
    private static final Map<String, String> WHOSE_ORDER = Map.of(
            "interface.yaml",
            """
            title: {en: Whose order it is, zh: 查询订单所属客户}
            effect: read
            caller: partner
            apis: [show-order-new]
            file: csv
            record:
              document: {type: document, needed: yes, en: your document number, zh: ERP 的单据号}
              orderId: {type: id, needed: yes, en: the order, zh: 订单}
            answer:
              owner:
                letter: O
                en: the customer of the order
                zh: 订单所属的客户
                columns:
                  customerId: {type: text, length: 64, en: customer id, zh: 客户 ID}
            """,
            "request.jslt",
            """
            {
              "api": "show-order-new",
              "method": "GET",
              "path": ["v2", "orders", "customer-orders", "details", .record.orderId],
              "query": {"limit": 1},
              "envelope": "new",
              "payload": "order_info"
            }
            """,
            "response.jslt",
            """
            if (.judgement.verdict == "refused") {}
            else {"rows": [{"row": "owner", "key": .record.orderId, "customerId": .response.order_info.customer_id}]}
            """);

    @TempDir
    private Path mappings;

    @BeforeEach
    void shipped() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
    }

    @Test
    void aColumnOfADocumentIsOneLineAndTheRoomThatItTakes() throws IOException {
        edit(
                "orders.list/interface.yaml",
                "  reserved: {type: blank, length: 64,",
                "  costCenter: {type: text, length: 10, repeated: yes, en: cost center, zh: 成本中心}\n"
                        + "  reserved: {type: blank, length: 54,");

        assertThat(mistakes("orders.list")).isEmpty();
        assertThat(compiled("orders.list")
                        .definition()
                        .record("answer", "result")
                        .column("costCenter"))
                .isPresent();
        assertThat(written()).containsExactly(Map.entry("orders.list/interface.yaml", 2));
    }

    @Test
    void aColumnOfAnAnswerIsOneLineAndItsValue() throws IOException {
        edit(
                "resources.on-demand/interface.yaml",
                "      region: ",
                "      note: {type: text, length: 8, en: a note, zh: 备注}\n      region: ");
        edit("resources.on-demand/response.jslt", "    \"region\":", "    \"note\": \"x\",\n    \"region\":");

        assertThat(mistakes("resources.on-demand")).isEmpty();
        assertThat(written())
                .containsOnly(
                        Map.entry("resources.on-demand/interface.yaml", 1),
                        Map.entry("resources.on-demand/response.jslt", 1));
    }

    @Test
    void anInterfaceIsAFolderOfThreeShortFiles() throws IOException {
        var folder = Files.createDirectory(mappings.resolve("orders.owner"));
        for (var file : WHOSE_ORDER.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }

        assertThat(mistakes("orders.owner")).isEmpty();
        assertThat(compiled("orders.owner").route()).isEqualTo("work-on-orders-owner");
        assertThat(compiled("orders.owner").definition().fileKind()).isEqualTo(FileKind.CSV);
        assertThat(written()).hasSize(3);
        assertThat(written().values().stream().mapToInt(Integer::intValue).sum())
                .isLessThanOrEqualTo(30);
    }

    private List<String> mistakes(String name) {
        return MappingsCheck.mistakes(compiled(name), SampleFiles.NONE).stream()
                .map(Throwable::getMessage)
                .toList();
    }

    private InterfaceMapping compiled(String name) {
        return new MappingCatalog(new MappingSource(mappings.toUri().toString())).current(name);
    }

    private void edit(String file, String old, String changed) throws IOException {
        var path = mappings.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(old);
        var at = text.indexOf(old);
        Files.writeString(path, text.substring(0, at) + changed + text.substring(at + old.length()));
    }

    /** Lines that the shipped files do not have, by file. */
    private Map<String, Integer> written() throws IOException {
        var written = new TreeMap<String, Integer>();
        try (var files = Files.walk(mappings)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = mappings.relativize(file).toString();
                var shipped = Path.of("mappings", name);
                if (name.matches(".*\\.(yaml|jslt)")) {
                    var lines = new ArrayList<>(Files.readAllLines(file));
                    if (Files.exists(shipped)) {
                        Files.readAllLines(shipped).forEach(lines::remove);
                    }
                    if (!lines.isEmpty()) {
                        written.put(name, lines.size());
                    }
                }
            }
        }
        return written;
    }
}
