package io.hcpnbridge.describe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.format.BatchListener;
import io.hcpnbridge.mapping.format.FileKind;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.format.RecordLayout;
import io.hcpnbridge.mapping.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the program writes about the packed interfaces, and about those of a warehouse, which have what a packed one has not (yet). */
final class Described {
    /** Names, words and columns as nobody would choose them. */
    static final String MOVEMENTS = "warehouse.movements-of-all-subsidiaries-and-branches";
    /** Its lengths count characters. */
    static final String LEVELS = "warehouse.levels";
    /** A file in XML with each kind of column. */
    static final String GOODS = "warehouse.goods";

    private static final String MAPPINGS = "file:src/test/resources/describe/mappings/,file:mappings/";
    static final MappingCatalog CATALOG = new MappingCatalog(new MappingSource(MAPPINGS));

    record Told(int exitCode, String out, String error) {}

    private Described() {}

    static Stream<String> interfaces() {
        return CATALOG.interfaces().stream();
    }

    static Stream<String> interfaces(FileKind kind) {
        return interfaces().filter(name -> mapping(name).definition().fileKind() == kind);
    }

    static InterfaceMapping mapping(String name) {
        return CATALOG.current(name);
    }

    /** The lines of its files, in their order. */
    static List<RecordLayout> layouts(String name) {
        return mapping(name).definition().files().streams().stream()
                .flatMap(stream -> stream.records().stream())
                .toList();
    }

    static String as(String form, String name) {
        var told = run("--bridge.describe=" + name, "--as=" + form, "--bridge.mappings=" + MAPPINGS);
        assertThat(told.exitCode()).as(told.error()).isZero();
        return told.out();
    }

    static Told run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        var exitCode =
                Description.run(new PrintStream(out, true, UTF_8), new PrintStream(error, true, UTF_8), arguments);
        return new Told(exitCode, out.toString(UTF_8), error.toString(UTF_8));
    }

    /** The samples of a packed interface whose names match. */
    static List<Path> samples(String name, String pattern) throws IOException {
        var folder = Path.of("mappings", name, "samples");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    /** What the adapter has against a batch: its reading, and the rules of the columns. */
    static List<Problem> problems(String name, Form form, String batch) {
        var problems = new ArrayList<Problem>();
        try {
            mapping(name)
                    .format(form)
                    .read(new ByteArrayInputStream(batch.getBytes(UTF_8)), new Listener(mapping(name), problems));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return problems;
    }

    private record Listener(InterfaceMapping mapping, List<Problem> problems) implements BatchListener {
        @Override
        public void header(ObjectNode header, long line) {}

        @Override
        public void record(ObjectNode content, long line) {
            mapping.recordContract()
                    .check(content)
                    .forEach(broken -> problem(new Problem(line, broken.field(), broken.value(), broken.rule())));
        }

        @Override
        public void trailer(ObjectNode trailer, long line) {}

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
