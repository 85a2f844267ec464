package io.hcpnbridge.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.ledger.LedgerBench;
import io.hcpnbridge.ledger.MappingLedger;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingFiles;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.problem.MappingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which mapping a batch ends with, on a real ledger. */
@ExtendWith(OutputCaptureExtension.class)
class MappingVersionsTest {
    private static final String QUERY = "stock.query";

    private final MappingCatalog catalog = new MappingCatalog(new MappingSource("classpath:mapping/catalog/"));
    private final LedgerBench bench = new LedgerBench(0);
    private final MappingLedger ledger = bench.part(MappingLedger.class);
    private final MappingVersions versions = new MappingVersions(catalog, ledger);

    @Test
    void theCurrentMappingIsKeptOnceForThoseThatComeLater() {
        var kept = versions.keepCurrent(QUERY);
        versions.keepCurrent(QUERY);

        assertThat(kept).isSameAs(catalog.current(QUERY));
        assertThat(ledger.load(QUERY, kept.version()))
                .containsExactlyInAnyOrderEntriesOf(kept.files().files());
        assertThat(versions.of(QUERY, kept.version())).isSameAs(kept);
    }

    @Test
    void aBatchEndsWithTheMappingThatItWasTakenInWithCompiledOnce() {
        var older = edited("interface.yaml", "Query stock", "Query stock as before");
        ledger.keep(QUERY, older.version(), older.files());

        var mapping = versions.of(QUERY, older.version());

        assertThat(mapping.version())
                .isEqualTo(older.version())
                .isNotEqualTo(catalog.current(QUERY).version());
        assertThat(mapping.settings().title().en()).isEqualTo("Query stock as before");
        assertThat(versions.of(QUERY, older.version())).isSameAs(mapping);
    }

    @Test
    void theFilesOfAVersionAreNotThoseOfAnotherInterfaceThatLooksTheSame() {
        var older = edited("interface.yaml", "Query stock", "Query stock as before");
        for (var name : new String[] {QUERY, "stock.twin"}) {
            ledger.keep(name, older.version(), older.files());
        }

        assertThat(versions.of(QUERY, older.version()).name()).isEqualTo(QUERY);
        assertThat(versions.of("stock.twin", older.version()).name()).isEqualTo("stock.twin");
    }

    @Test
    void aBatchFromBeforeColumnsStoodInOneFileEndsWithTheCurrentMapping(CapturedOutput output) {
        ledger.keep(QUERY, "0".repeat(64), beforeDefinitions());

        for (var turn = 0; turn < 3; turn++) {
            assertThat(versions.of(QUERY, "0".repeat(64))).isSameAs(catalog.current(QUERY));
        }

        assertThat(output.getAll().lines().filter(line -> line.contains("end with its current mapping")))
                .as("said once")
                .singleElement()
                .asString()
                .contains("Batches of stock.query that were taken in with files of an earlier shape");
    }

    @Test
    void aBatchWhoseFilesDoNotCompileAnyMoreEndsWithTheCurrentMapping() {
        var older = edited("interface.yaml", "title:", "caption:");
        ledger.keep(QUERY, older.version(), older.files());

        assertThat(versions.of(QUERY, older.version())).isSameAs(catalog.current(QUERY));
    }

    @Test
    void suchABatchOfAnInterfaceThatIsGoneCannotEnd() {
        ledger.keep("stock.gone", "0".repeat(64), beforeDefinitions());

        assertThatThrownBy(() -> versions.of("stock.gone", "0".repeat(64))).isInstanceOf(MappingException.class);
    }

    @Test
    void anInterfaceThatIsGoneEndsItsBatchesWithWhatIsKeptOfIt() {
        var older = edited("interface.yaml", "Query stock", "Query stock as before");
        ledger.keep("stock.gone", older.version(), older.files());

        assertThat(versions.has("stock.gone")).isFalse();
        assertThat(versions.of("stock.gone", older.version()).name()).isEqualTo("stock.gone");
    }

    @Test
    void aVersionThatNobodyKeptIsToldByItsFile() {
        assertThatThrownBy(() -> versions.of(QUERY, "1".repeat(64)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("stock.query/interface.yaml")
                .hasMessageContaining("is missing");
    }

    @Test
    void aVersionThatCouldNotBeCompiledIsTriedAgain() {
        var older = edited("interface.yaml", "Query stock", "Query stock as before");
        assertThatThrownBy(() -> versions.of(QUERY, older.version())).isInstanceOf(MappingException.class);

        ledger.keep(QUERY, older.version(), older.files());

        assertThat(versions.of(QUERY, older.version()).version()).isEqualTo(older.version());
    }

    private MappingFiles edited(String file, String from, String to) {
        var files = new TreeMap<>(catalog.current(QUERY).files().files());
        var text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return new MappingFiles(QUERY, files);
    }

    /** The files of an interface as the first releases kept them: columns in BeanIO's XML, rules in schemas. */
    private static SortedMap<String, byte[]> beforeDefinitions() {
        var files = new TreeMap<String, byte[]>();
        Map.of(
                        "interface.yaml",
                        "title: Query stock\nroute: query-stock\neffect: read\ncaller: partner\nformat: {charset: GB18030}\n",
                        "format.xml",
                        "<beanio xmlns=\"http://www.beanio.org/2012/03\"><stream name=\"batch\" format=\"csv\"/></beanio>",
                        "record.schema.json",
                        "{\"type\":\"object\"}",
                        "answer.schema.json",
                        "{}",
                        "availability.schema.json",
                        "{}",
                        "request.jslt",
                        "{}",
                        "response.jslt",
                        "{}")
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
