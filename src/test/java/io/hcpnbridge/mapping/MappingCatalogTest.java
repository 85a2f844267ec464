package io.hcpnbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.format.FixedLengthSettings;
import io.hcpnbridge.mapping.format.Lengths;
import io.hcpnbridge.mapping.format.LineEnd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
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
        assertThat(query.title()).isEqualTo("Query stock");
        assertThat(query.controls()).containsExactly(new ControlTotal("quantityTotal", "quantity"));
        assertThat(query.sums()).containsExactly(new AnswerSum("item", "amount", "currency"));
        InterfaceSettings order = catalog.current("stock.order").settings();
        assertThat(order.effect()).isEqualTo("write");
        assertThat(order.caller()).isEqualTo("customer");
        assertThat(order.format())
                .isEqualTo(new FixedLengthSettings(
                        Charset.forName("GB18030"), ZoneId.of("Asia/Shanghai"), 20, LineEnd.CRLF, 4000, Lengths.BYTES));
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
                        .at("/old/0")
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
                        "answer.schema.json",
                        "format.xml",
                        "interface.yaml",
                        "record.schema.json",
                        "request.jslt",
                        "response.jslt",
                        "shared/common.jslt");
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
        for (String name : new String[] {".gitkeep", "format.xml~", "NOTES.md", "samples/a.in.txt"}) {
            Files.writeString(folder.resolve("stock.query").resolve(name), "x");
        }

        assertThat(catalog().current("stock.query").version()).isEqualTo(before);
        assertThat(catalog().interfaces()).containsExactly("stock.order", "stock.query");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interface.yaml|title: x|mappings/stock.query/interface.yaml, line 1: format is missing",
                "interface.yaml|tittle: x|mappings/stock.query/interface.yaml, line 1: unknown key tittle, known are",
                "interface.yaml|title: x~format: {charset: EBCDIC-X}|line 2: format.charset must be a charset in which",
                "interface.yaml|title: x~format: {charset: UTF-16}|line 2: format.charset must be a charset in which",
                "interface.yaml|title: x~format: {charset: ISO-2022-JP}|line 2: format.charset must be a charset",
                "interface.yaml|title: x~format: {zone: Mars/Base}|line 2: format.zone must be a time zone",
                "interface.yaml|title: x~format: {lengths: words}|line 2: format.lengths must be one of bytes, characters",
                "interface.yaml|title: x~format: {max-line: 5}|line 2: format.max-line must be a number from 20 to",
                "interface.yaml|title: x~effect: maybe~format: {}|line 2: effect must be one of read, write",
                "interface.yaml|title: x~title: y~format: {}|line 2: the key title stands here twice",
                "interface.yaml|title: [|interface.yaml, line",
                "interface.yaml|title: x~format: {text-width: 20}~controls: [{trailer: count, sum-of: customer}]|"
                        + "controls: the format has no number record/customer",
                "interface.yaml|title: x~format: {text-width: 20}~sums: [{row: order, field: a, by: b}]|"
                        + "sums: the answer has no record order",
                "interface.yaml|title: x~format: {text-width: 20}~delta: {row: order}|"
                        + "delta: stands here and has a delta.jslt, or neither",
                "delta.jslt|.after|delta: stands here and has a delta.jslt, or neither",
                "request.jslt|{~~~\"a\": .b..}|mappings/stock.query/request.jslt, line 4: Parse error",
                "request.new.jslt|{}|mappings/stock.query/request.jslt: stands beside mappings per generation",
                "requst.jslt|{}|mappings/stock.query/requst.jslt: is not a file that an interface has",
                "record.schema.json|{}}|mappings/stock.query/record.schema.json, line 1: ",
                "format.xml|<beanio/>|mappings/stock.query/format.xml",
            })
    void whatDoesNotCompileStopsWithOneLineThatNamesFileLineAndReason(String file, String content, String message)
            throws IOException {
        copyCatalog();
        Files.writeString(folder.resolve("stock.query").resolve(file), content.replace('~', '\n'));

        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "stock.query, response.jslt",
        "stock.query, request.jslt",
        "stock.query, format.xml",
        "stock.query, answer.schema.json",
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
