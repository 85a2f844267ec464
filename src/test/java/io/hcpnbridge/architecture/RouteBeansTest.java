package io.hcpnbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Routes hang packages together as well as imports do: each file speaks for one, and uses and calls only whom that one may know. */
class RouteBeansTest {
    private static final String ROOT = "io.hcpnbridge.";

    /** For which package each file speaks; all others, which begin an interface each, for {@code work}. */
    private static final Map<String, String> SPEAKS_FOR = Map.ofEntries(
            Map.entry("partner-call", "partner"),
            Map.entry("customer-credential", "partner"),
            Map.entry("intake", "intake"),
            Map.entry("answers", "answer"),
            Map.entry("events", "answer"),
            Map.entry("queues", "queues"),
            Map.entry("schedules", "pull"),
            Map.entry("secrets", "work"),
            Map.entry("housekeeping", "housekeeping"),
            Map.entry("retention", "retention"),
            Map.entry("shadows", "shadow"),
            Map.entry("sign-on", "portal"),
            Map.entry("traces", "tracing"),
            Map.entry("watch", "watch"));

    /** The file of the queues is where all that have to do with messages come together; in that of links records meet what makes them. */
    private static final Map<String, Set<String>> ONLY_IN_ROUTES =
            Map.of("queues", Set.of("intake", "answer", "erp", "ledger", "stop"), "portal", Set.of("work"));

    private static final Pattern IN_TEXT = Pattern.compile("^#(\\w+)$|[?&]\\w+=#(?:bean:)?(\\w+)|\\{\\{bean:(\\w+)");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, String> PACKAGE_OF_BEAN = beans();
    private static final Map<String, JsonNode> FILES = files();

    static Stream<String> fileNames() {
        return FILES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("fileNames")
    void aFileUsesOnlyBeansOfPackagesThatItsOwnMayKnow(String file) {
        var known = known(speaksFor(file));
        for (var bean : beansIn(FILES.get(file))) {
            assertThat(PACKAGE_OF_BEAN).containsKey(bean);
            assertThat(known).as("%s uses %s", file, bean).contains(PACKAGE_OF_BEAN.get(bean));
        }
    }

    @ParameterizedTest
    @MethodSource("fileNames")
    void aFileGoesOnlyToRoutesOfPackagesThatItsOwnMayKnow(String file) {
        var known = known(speaksFor(file));
        Map<String, String> consumers = new TreeMap<>();
        FILES.forEach((name, routes) -> directs(routes, true).forEach(uri -> consumers.put(uri, name)));

        for (var uri : directs(FILES.get(file), false)) {
            if (!uri.contains("${")) {
                assertThat(known).as("%s goes to %s", file, uri).contains(speaksFor(consumers.get(uri)));
            }
        }
    }

    @Test
    void theWayToThePartnerKnowsNothingOfRecords() {
        assertThat(known("partner")).contains("partner").doesNotContain("work", "ledger", "mapping");
        assertThat(beansIn(FILES.get("partner-call"))).contains("callAnnouncement", "exactJson", "partnerWireSeal");
    }

    private static String speaksFor(String file) {
        return SPEAKS_FOR.getOrDefault(file, "work");
    }

    private static Set<String> known(String name) {
        Set<String> known = new TreeSet<>(ONLY_IN_ROUTES.getOrDefault(name, Set.of()));
        known.addAll(ArchitectureTest.partsKnownBy(name));
        known.add(name);
        // A stop reaches everybody.
        known.add("stop");
        return known;
    }

    private static Set<String> beansIn(JsonNode routes) {
        Set<String> names = new TreeSet<>();
        walk("", routes, (key, text) -> {
            if (key.equals("ref")) {
                names.add(text);
            }
            IN_TEXT.matcher(text)
                    .results()
                    .map((MatchResult found) -> Stream.of(found.group(1), found.group(2), found.group(3))
                            .filter(name -> name != null)
                            .findFirst()
                            .orElseThrow())
                    .forEach(names::add);
        });
        return names;
    }

    private static Set<String> directs(JsonNode routes, boolean consumed) {
        Set<String> uris = new TreeSet<>();
        var froms = new ArrayList<String>();
        routes.findValues("from").forEach(from -> froms.add(from.path("uri").asText()));
        walk("", routes, (key, text) -> {
            if ((key.equals("uri") || key.equals("to"))
                    && text.startsWith("direct:")
                    && froms.contains(text) == consumed) {
                uris.add(text);
            }
        });
        return uris;
    }

    private static void walk(String key, JsonNode node, BiConsumer<String, String> text) {
        if (node.isTextual()) {
            text.accept(key, node.asText());
        }
        node.properties().forEach(member -> walk(member.getKey(), member.getValue(), text));
        if (node.isArray()) {
            node.forEach(element -> walk(key, element, text));
        }
    }

    private static Map<String, String> beans() {
        Map<String, String> beans = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages("io.hcpnbridge")) {
            if (type.getPackageName().length() < ROOT.length()) {
                continue;
            }
            String below = type.getPackageName().substring(ROOT.length()).split("\\.", -1)[0];
            for (String name : namesOf(type)) {
                beans.put(name, below);
            }
        }
        return beans;
    }

    private static List<String> namesOf(JavaClass type) {
        List<String> names = new ArrayList<>();
        type.tryGetAnnotationOfType(Component.class).ifPresent(component -> names.add(component.value()));
        for (JavaMethod method : type.getMethods()) {
            method.tryGetAnnotationOfType(Bean.class)
                    .ifPresent(bean ->
                            names.addAll(bean.value().length == 0 ? List.of(method.getName()) : List.of(bean.value())));
        }
        return names;
    }

    private static Map<String, JsonNode> files() {
        Map<String, JsonNode> files = new TreeMap<>();
        try (var paths = Files.newDirectoryStream(Path.of("routes"), "*.camel.yaml")) {
            for (Path path : paths) {
                files.put(
                        path.getFileName().toString().replace(".camel.yaml", ""),
                        YAML.readTree(Files.readString(path)));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }
}
