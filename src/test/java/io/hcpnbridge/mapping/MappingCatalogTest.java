package io.hcpnbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.definition.AnswerSum;
import io.hcpnbridge.mapping.definition.ControlTotal;
import io.hcpnbridge.mapping.definition.InterfaceDefinition;
import io.hcpnbridge.mapping.definition.InterfaceSettings;
import io.hcpnbridge.mapping.definition.PartnerApi;
import io.hcpnbridge.mapping.definition.RecordKind;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingCatalogTest {
    private static final String CLASSPATH = "classpath:mapping/catalog/";

    @TempDir
    private Path folder;

    @Test
    void everyFolderWithSettingsIsAnInterface() {
        MappingCatalog catalog = new MappingCatalog(new MappingSource(CLASSPATH));

        assertThat(catalog.interfaces()).containsExactly("stock.order", "stock.query");
        assertThat(catalog.current("stock.query").name()).isEqualTo("stock.query");
        assertThatThrownBy(() -> catalog.current("../etc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no interface ../etc");
    }

    @Test
    void settingsAreReadAndHaveDefaults() {
        MappingCatalog catalog = new MappingCatalog(new MappingSource(CLASSPATH));

        InterfaceSettings query = catalog.current("stock.query").settings();
        assertThat(query.title()).isEqualTo(new Words("Query stock", "查询库存"));
        assertThat(query.controls()).containsExactly(new ControlTotal("quantityTotal", "quantity"));
        assertThat(query.sums()).containsExactly(new AnswerSum("item", "amount", "currency"));
        InterfaceDefinition definition = catalog.current("stock.order").definition();
        InterfaceSettings order = definition.settings();
        assertThat(order.effect()).isEqualTo("write");
        assertThat(order.caller()).isEqualTo("customer");
        assertThat(order.controls()).isEmpty();
        assertThat(order.sums()).isEmpty();
        assertThat(definition.fileKind()).isEqualTo(FileKind.FIXED_LENGTH);
        assertThat(definition.rows()).isEmpty();
        assertThat(catalog.current("stock.query").definition().rows())
                .extracting(RecordKind::name)
                .containsExactly("item");
    }

    @Test
    void anInterfaceWithOneGenerationMapsWithoutNamingIt() {
        InterfaceMapping mapping = new MappingCatalog(new MappingSource(CLASSPATH)).current("stock.query");
        JsonNode record = json("{'record':{'price':1.50},'tenant':{'domainId':'d1'},"
                + "'response':{'items':[{'id':'1','status':'1','amount':0.1},{'id':'2','amount':0.2}]}}");

        assertThat(mapping.hasGenerations()).isFalse();
        assertThat(mapping.request(null, record))
                .isEqualTo(
                        json("{'api':'list-stock','method':'GET','path':['v1','d1','stock'],'query':{'price':1.50}}"));
        assertThat(mapping.response(Generation.NEW, record).at("/fields/total").decimalValue())
                .isEqualByComparingTo("0.3");
        assertThat(mapping.response(null, record).at("/rows/0/status").textValue())
                .isEqualTo("DONE");
        assertThatThrownBy(() -> mapping.generationNeeds(record)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anInterfaceWithTwoGenerationsMapsByTheOneThatIsNamed() {
        InterfaceMapping mapping = new MappingCatalog(new MappingSource(CLASSPATH)).current("stock.order");

        assertThat(mapping.hasGenerations()).isTrue();
        assertThat(mapping.generationNeeds(json("{'record':{'price':1}}"))
                        .at("/old/0/en")
                        .textValue())
                .isEqualTo("price is known to the old endpoint only");
        assertThat(mapping.request(Generation.OLD, json("{}")).get("api").textValue())
                .isEqualTo("order-old");
        assertThat(mapping.response(Generation.NEW, json("{}"))
                        .at("/fields/from")
                        .textValue())
                .isEqualTo("new");
        assertThatThrownBy(() -> mapping.request(null, json("{}"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anApiIsWhatTheDefinitionsSay() {
        MappingCatalog catalog = new MappingCatalog(new MappingSource(CLASSPATH));

        assertThat(catalog.apis()).containsOnlyKeys("list-stock", "order-new", "order-old");
        assertThat(catalog.apis().get("list-stock"))
                .isEqualTo(new PartnerApi("list-stock", Optional.of(5), new Words("list stock", "查询库存")));
        assertThat(catalog.apis().get("order-old").quota()).isEmpty();
    }

    @Test
    void twoInterfacesDoNotSayDifferentThingsOfOneApi() throws IOException {
        copyCatalog();
        for (String iface : new String[] {"stock.order", "stock.query"}) {
            Path definition = folder.resolve(iface).resolve("interface.yaml");
            String quota = iface.equals("stock.order") ? "quota: 5, " : "quota: 6, ";
            Files.writeString(
                    definition,
                    Files.readString(definition)
                            .replaceFirst("apis: .*", "apis: {count: {" + quota + "en: count, zh: 计数}}"));
        }

        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "mappings/stock.query/interface.yaml: apis.count has another quota than in another interface:"
                                + " it is one, for all of them");
    }

    @Test
    void theSameFilesHaveTheSameVersionFromTheJarAndFromAFolder() throws IOException {
        copyCatalog();
        MappingCatalog packed = new MappingCatalog(new MappingSource(jar(folder) + "!/mappings/"));
        MappingCatalog unpacked =
                new MappingCatalog(new MappingSource(folder.toUri().toString()));
        MappingCatalog onClasspath = new MappingCatalog(new MappingSource(CLASSPATH));

        for (String iface : onClasspath.interfaces()) {
            String version = onClasspath.current(iface).version();
            assertThat(version).matches("[0-9a-f]{64}");
            assertThat(unpacked.current(iface).version()).isEqualTo(version);
            assertThat(packed.current(iface).version()).isEqualTo(version);
        }
        assertThat(onClasspath.current("stock.query").files().files())
                .containsOnlyKeys(
                        "interface.yaml",
                        "request.jslt",
                        "response.jslt",
                        "shared/apis.yaml",
                        "shared/common.jslt",
                        "shared/files.yaml",
                        "shared/records.yaml",
                        "shared/types.yaml");
    }

    @Test
    void aMappingEditedInAFolderIsUsedAndHasANewVersion() throws IOException {
        copyCatalog();
        String before = catalog().current("stock.order").version();
        Files.writeString(folder.resolve("stock.order/request.old.jslt"), "{\"api\": \"edited\"}");

        InterfaceMapping edited = catalog().current("stock.order");

        assertThat(edited.request(Generation.OLD, json("{}")).get("api").textValue())
                .isEqualTo("edited");
        assertThat(edited.version()).isNotEqualTo(before);
    }

    @Test
    void anEarlierVersionCompilesFromItsFiles() {
        MappingCatalog catalog = new MappingCatalog(new MappingSource(CLASSPATH));
        MappingFiles current = catalog.current("stock.order").files();
        Map<String, byte[]> files = new TreeMap<>(current.files());
        files.put("request.old.jslt", "{\"api\": \"earlier\"}".getBytes(StandardCharsets.UTF_8));

        InterfaceMapping earlier = catalog.compile(new MappingFiles("stock.order", new TreeMap<>(files)));

        assertThat(earlier.request(Generation.OLD, json("{}")).get("api").textValue())
                .isEqualTo("earlier");
    }

    @Test
    void hiddenFilesEditorBackupsSamplesAndManualsAreNotPartOfAMapping() throws IOException {
        copyCatalog();
        String before = catalog().current("stock.query").version();
        Files.createDirectories(folder.resolve("stock.query/samples"));
        Files.createDirectories(folder.resolve("..data/stock.query"));
        for (String name : new String[] {".gitkeep", "interface.yaml~", "NOTES.md", "samples/a.in.txt"}) {
            Files.writeString(folder.resolve("stock.query").resolve(name), "x");
        }

        assertThat(catalog().current("stock.query").version()).isEqualTo(before);
        assertThat(catalog().interfaces()).containsExactly("stock.order", "stock.query");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interface.yaml|title: [|mappings/stock.query/interface.yaml, line",
                "interface.yaml|record: {}|mappings/stock.query/interface.yaml, line 1: file is missing",
                "rules.jslt|[~.a..|mappings/stock.query/rules.jslt, line 2: ",
                "format.xml|<beanio/>|mappings/stock.query/format.xml: is not read any more: all columns stand in interface.yaml now",
                "record.schema.json|{}|mappings/stock.query/record.schema.json: is not read any more",
                "answer.schema.json|{}|mappings/stock.query/answer.schema.json: is not read any more",
                "delta.jslt|.after|delta: stands here and has a delta.jslt, or neither",
                "request.jslt|{~~~\"a\": .b..}|mappings/stock.query/request.jslt, line 4: Parse error",
                "request.new.jslt|{}|mappings/stock.query/request.jslt: stands beside mappings per generation",
                "requst.jslt|{}|mappings/stock.query/requst.jslt: is not a file that an interface has",
            })
    void whatDoesNotCompileStopsWithOneLineThatNamesFileLineAndReason(String file, String content, String message)
            throws IOException {
        copyCatalog();
        Files.writeString(
                folder.resolve("stock.query").resolve(file),
                content.replace('~', '\n').replace('\'', '"'));

        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "stock.query, response.jslt",
        "stock.query, request.jslt",
        "stock.order, generation.jslt",
        "stock.order, response.new.jslt"
    })
    void aMissingFileIsNamed(String iface, String file) throws IOException {
        copyCatalog();
        Files.delete(folder.resolve(iface).resolve(file));

        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessage("mappings/" + iface + "/" + file + ": is missing");
    }

    @Test
    void anInterfaceIsNamedInLowerCase() throws IOException {
        copyCatalog();
        Files.move(folder.resolve("stock.query"), folder.resolve("Stock query"));

        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("an interface is named in lower case");
    }

    @Test
    void anEmptyFolderIsSaidToBeOne() {
        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("set bridge.mappings");
    }

    private MappingCatalog catalog() {
        return new MappingCatalog(new MappingSource(folder.toUri().toString()));
    }

    private void copyCatalog() throws IOException {
        Path catalog = Path.of("src/test/resources/mapping/catalog");
        try (Stream<Path> files = Files.walk(catalog)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(catalog.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static String jar(Path mappings) throws IOException {
        Path jar = Files.createTempFile("mappings", ".jar");
        jar.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(mappings)) {
            for (Path file : files.sorted().toList()) {
                String name = "mappings/" + mappings.relativize(file);
                boolean directory = Files.isDirectory(file);
                entries.putNextEntry(new JarEntry(directory && !name.endsWith("/") ? name + "/" : name));
                if (!directory) {
                    Files.copy(file, entries);
                }
            }
        }
        return "jar:" + jar.toUri();
    }

    private static JsonNode json(String text) {
        return ExactJson.read(text.replace('\'', '"'));
    }
}
