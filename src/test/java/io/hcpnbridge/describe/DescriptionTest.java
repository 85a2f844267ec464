package io.hcpnbridge.describe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.format.FileKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --bridge.describe}: what programmers of ERPs paste fits the files and messages that the adapter reads and writes. */
class DescriptionTest {
    private static final MappingCatalog CATALOG =
            new MappingCatalog(new MappingSource(Path.of("mappings").toUri().toString()));

    private record Told(int exitCode, String out, String error) {}

    static Stream<String> interfaces() {
        return CATALOG.interfaces().stream();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void aJsonSchemaIsThatOfTheMessages(String name) throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(ExactJson.read(described(name, "json-schema")));

        for (var sample : samples(name, "(?!refused-).*\\.in\\.json")) {
            assertThat(schema.validate(ExactJson.read(Files.readString(sample))))
                    .as(sample.toString())
                    .isEmpty();
        }
        assertThat(schema.validate(ExactJson.read("{\"interface\": \"another\"}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bridge.describe=orders.renw --as=sql | There is no interface orders.renw; write orders.renew if that is meant",
                "--bridge.describe=orders.renew | Write --as= and one of abap, copybook, json-schema, sql, xsd",
                "--bridge.describe=orders.renew --as=cobol | Write --as= and one of",
                "--bridge.describe=customers.create --as=copybook | customers.create has no fixed-length lines: its files are xml",
                "--bridge.describe=orders.renew --as=xsd | orders.renew has no XML: its files are fixed-length",
            })
    void whatCannotBeDescribedIsSaidInASentence(String arguments, String sentence) {
        var told = run(arguments.split(" ", -1));

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.error()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theManualShowsWhatIsWritten(String language) throws IOException {
        var page = Files.readString(Path.of("src/docs", language, "erp-manual.md"));

        var shown = page.split("--as=copybook\n```\n\n```text\n", -1)[1].split("```", -1)[0];
        assertThat(described("orders.renew", "copybook")).contains(shown.split("⋯\n", -1));
    }

    @Test
    void aloneItListsTheInterfaces() {
        assertThat(run("--bridge.describe").out().lines()).containsExactlyElementsOf(CATALOG.interfaces());
    }

    private static List<Path> samples(String name, String pattern) throws IOException {
        try (var files = Files.list(Path.of("mappings", name, "samples"))) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .toList();
        }
    }

    private static InterfaceMapping mapping(String name) {
        return CATALOG.current(name);
    }

    private static FileKind kind(String name) {
        return mapping(name).definition().fileKind();
    }

    private static String described(String name, String form) {
        var told = run("--bridge.describe=" + name, "--as=" + form);
        assertThat(told.exitCode()).as(told.error()).isZero();
        return told.out();
    }

    private static Told run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        var exitCode =
                Description.run(new PrintStream(out, true, UTF_8), new PrintStream(error, true, UTF_8), arguments);
        return new Told(exitCode, out.toString(UTF_8), error.toString(UTF_8));
    }
}
