package io.hcpnbridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.rehearsal.ConfigMapMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings out of several locations: the first that has a folder wins. */
class MappingOverlayTest {
    private static final String PACKED = "classpath:mapping/catalog/";
    private static final Path CATALOG = Path.of("src/test/resources/mapping/catalog");

    @TempDir
    private Path outside;

    @Test
    void theFirstLocationThatHasAnInterfaceWinsAndTheOthersStay() throws IOException {
        copy("stock.query", "stock.query");
        Files.writeString(outside.resolve("stock.query/request.jslt"), "{\"api\": \"edited\"}");

        var source = new MappingSource(location() + ", " + PACKED);
        var catalog = new MappingCatalog(source);

        assertThat(catalog.interfaces()).containsExactly("stock.order", "stock.query");
        assertThat(api(catalog, "stock.query")).isEqualTo("edited");
        assertThat(catalog.current("stock.order").version())
                .isEqualTo(new MappingCatalog(new MappingSource(PACKED))
                        .current("stock.order")
                        .version());
        assertThat(source.fromOutside()).isEqualTo(Map.of("stock.query", location()));
    }

    @Test
    void theOrderOfTheListDecides() throws IOException {
        copy("stock.query", "stock.query");
        Files.writeString(outside.resolve("stock.query/request.jslt"), "{\"api\": \"edited\"}");

        var source = new MappingSource(PACKED + "," + location());

        assertThat(api(new MappingCatalog(source), "stock.query")).isEqualTo("list-stock");
    }

    @Test
    void anOverriddenFolderIsTakenWholeAndLacksWhatItLacks() throws IOException {
        copy("stock.query", "stock.query");
        Files.delete(outside.resolve("stock.query/request.jslt"));

        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessage("mappings/stock.query/request.jslt: is missing (in " + location() + ")");
    }

    @Test
    void aFolderWithoutSettingsIsNoSilentNothing() throws IOException {
        Files.createDirectories(outside.resolve("stock.query"));
        Files.copy(CATALOG.resolve("stock.query/request.jslt"), outside.resolve("stock.query/request.jslt"));

        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("mappings/stock.query/interface.yaml: is missing (in " + location());
    }

    @Test
    void whatIsSharedIsOverriddenAsAFolderOfItsOwn() throws IOException {
        copy("shared", "shared");
        var common = outside.resolve("shared/common.jslt");
        Files.writeString(common, Files.readString(common).replace("DONE", "FINISHED"));

        var source = new MappingSource(location() + "," + PACKED);
        var mapping = new MappingCatalog(source).current("stock.query");

        assertThat(mapping.response(null, json("{'response':{'items':[{'id':'1','status':'1','amount':1}]}}"))
                        .at("/rows/0/status")
                        .textValue())
                .isEqualTo("FINISHED");
        assertThat(source.fromOutside()).containsOnlyKeys("shared");
    }

    @Test
    void aNewInterfaceIsAddedToThoseThatArePacked() throws IOException {
        copy("stock.query", "stock.count");

        assertThat(catalog().interfaces()).containsExactly("stock.count", "stock.order", "stock.query");
    }

    @Test
    void aConfigMapOfKubernetesIsAnInterface() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String name : new String[] {"interface.yaml", "response.jslt"}) {
            files.put(name, Files.readString(CATALOG.resolve("stock.query").resolve(name)));
        }
        files.put("request.jslt", "{\"api\": \"first\"}");
        var mount = new ConfigMapMount(outside.resolve("stock.query")).publish(files);
        assertThat(api(catalog(), "stock.query")).isEqualTo("first");

        files.put("request.jslt", "{\"api\": \"second\"}");
        mount.publish(files);

        assertThat(api(catalog(), "stock.query")).isEqualTo("second");
        assertThat(catalog().interfaces()).containsExactly("stock.order", "stock.query");
        assertThat(catalog().current("stock.query").files().files().keySet())
                .containsAll(files.keySet())
                .noneMatch(name -> name.startsWith("."));
    }

    @Test
    void aLocationThatHoldsNothingIsNamed() {
        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(location())
                .hasMessageContaining("set bridge.mappings");
    }

    @Test
    void aListOfNothingIsAnError() {
        assertThatThrownBy(() -> new MappingSource(" , "))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("set bridge.mappings");
    }

    @Test
    void allInterfacesThatDoNotCompileAreNamedAtOnce() throws IOException {
        copy("stock.query", "stock.query");
        copy("stock.order", "stock.order");
        Files.writeString(outside.resolve("stock.query/request.jslt"), "{");
        Files.writeString(outside.resolve("stock.order/interface.yaml"), "[");

        assertThatThrownBy(this::catalog)
                .isInstanceOfSatisfying(MappingException.class, mistake -> assertThat(mistake.all())
                        .extracting(MappingException::file)
                        .containsExactly("stock.order/interface.yaml", "stock.query/request.jslt"));
    }

    @Test
    void aFileThatNoMappingCouldBeIsNotReadIntoMemory() throws IOException {
        copy("stock.query", "stock.query");
        Files.write(outside.resolve("stock.query/request.jslt"), new byte[2_000_000]);

        assertThatThrownBy(this::catalog)
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("mappings/stock.query/request.jslt: is larger than 1048576 bytes");
    }

    private MappingCatalog catalog() {
        return new MappingCatalog(new MappingSource(location() + "," + PACKED));
    }

    private String location() {
        return outside.toUri().toString();
    }

    private static String api(MappingCatalog catalog, String name) {
        return catalog.current(name)
                .request(null, json("{'record':{},'tenant':{'domainId':'d'}}"))
                .get("api")
                .textValue();
    }

    private void copy(String folder, String as) throws IOException {
        Files.createDirectories(outside.resolve(as));
        try (var files = Files.list(CATALOG.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, outside.resolve(as).resolve(file.getFileName()));
            }
        }
    }

    private static JsonNode json(String text) {
        return ExactJson.read(text.replace('\'', '"'));
    }
}
