package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.check.BeanDefinitions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** What the chart lets through is judged by the program, in the check before an installation or upgrade: by the files that it mounts. */
class JudgedByTheProgramTest {
    private static final Path TABLE = Path.of("src/test/resources/chart/refused/by-the-program.yaml");

    private static BeanDefinitions adapter;

    @TempDir
    private static Path folder;

    private record Judged(String wrong, String values, String says) {
        @Override
        public String toString() {
            return wrong;
        }
    }

    static Stream<Judged> table() {
        return Pod.elements(Yaml.one(Chart.text(TABLE)))
                .map(line -> new Judged(text(line, "wrong"), line.path("values").toString(), text(line, "says")));
    }

    @BeforeAll
    static void putTogether() throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (var source : settings(Situation.least())) {
            ((Map<?, ?>) source.getSource()).forEach((name, value) -> settings.put(name.toString(), value.toString()));
        }
        adapter = BeanDefinitions.read(settings);
    }

    @ParameterizedTest
    @MethodSource("table")
    void itIsRefusedByTheCheck(Judged judged) throws IOException {
        assertThat(adapter.faults(environment(Situation.least().with(judged.values()))))
                .containsExactly(judged.says());
    }

    @Test
    void whatTheyAreLaidOverIsGood() throws IOException {
        assertThat(adapter.faults(environment(Situation.least()))).isEmpty();
    }

    private static StandardEnvironment environment(Situation situation) throws IOException {
        var environment = new StandardEnvironment();
        settings(situation).forEach(environment.getPropertySources()::addLast);
        return environment;
    }

    private static Iterable<PropertySource<?>> settings(Situation situation) throws IOException {
        var manifests = situation.manifests();
        var check = manifests.one("Job").pod().orElseThrow();
        var config = MountedFiles.write(manifests, check, folder, SshKeys.bySetting());
        return new YamlPropertySourceLoader()
                .load("mounted", new FileSystemResource(config.resolve("application.yaml")));
    }

    private static String text(JsonNode line, String name) {
        return line.path(name).asText();
    }
}
