package io.hcpnbridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told in two languages, wherever it is written: both say the same values, and Chinese is Chinese. */
class BothLanguagesTest {
    private static final Pattern VALUE = Pattern.compile("%(?:(\\d+)\\$)?s|\\{\\w+}");
    private static final Pattern OF_A_MAPPING = Pattern.compile(
            "\"en\":((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*?),\\s*\"zh\":((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)}");
    private static final Pattern OF_A_REASON = Pattern.compile(
            "(\"(?:[^\"\\\\]|\\\\.)*\"),\\s*(\"(?:[^\"\\\\]|\\\\.)*\\p{IsHan}(?:[^\"\\\\]|\\\\.)*\")\\)");
    private static final Pattern OF_A_ROUTE = Pattern.compile("\\('([^']*)', '([^']*)'\\)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NAME = Pattern.compile("[\\w/-]*[.]\\w+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern VALUE_OF_A_MAPPING = Pattern.compile("\\$[\\w.-]+");

    /** Two texts, as they are written. */
    record Told(String place, String en, String zh) {
        @Override
        public String toString() {
            return place + ": " + en;
        }
    }

    @ParameterizedTest
    @MethodSource({"ofTheAdapter", "ofRoutes"})
    void bothSayTheSameValues(Told told) {
        assertThat(values(told.zh())).as(told.zh()).containsExactlyInAnyOrderElementsOf(values(told.en()));
    }

    @ParameterizedTest
    @MethodSource("ofMappings")
    void bothSayTheSameValuesOfADocument(Told told) {
        assertThat(VALUE_OF_A_MAPPING.matcher(told.zh()).results().map(MatchResult::group))
                .as(told.zh())
                .containsExactlyInAnyOrderElementsOf(VALUE_OF_A_MAPPING
                        .matcher(told.en())
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource({"ofTheAdapter", "ofRoutes", "ofMappings"})
    void eachIsInItsLanguage(Told told) {
        assertThat(told.en()).doesNotContainPattern("\\p{IsHan}");
        if (hasWords(told.en())) {
            assertThat(told.zh()).containsPattern("\\p{IsHan}");
        }
    }

    /** Beside values and names of files. */
    private static boolean hasWords(String text) {
        return WORD.matcher(NAME.matcher(VALUE.matcher(text).replaceAll("")).replaceAll(""))
                .find();
    }

    /** {@code %s} by their order, {@code %2$s} by their number. */
    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        VALUE.matcher(text).results().forEach(found -> {
            var number = found.group(1);
            values.add(
                    found.group().startsWith("{") ? found.group() : number == null ? "" + (values.size() + 1) : number);
        });
        return values;
    }

    static List<Told> ofTheAdapter() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new ArrayList<Told>();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(files("src/main/java", ".java"));
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
            for (var unit : task.parse()) {
                unit.accept(new WordsInSources(unit, found), null);
            }
        }
        assertThat(found).hasSizeGreaterThan(150);
        return found;
    }

    static List<Told> ofMappings() throws IOException {
        var found = new ArrayList<Told>();
        for (var file : files("mappings", ".jslt")) {
            var mapping = Files.readString(file);
            for (var pattern : List.of(OF_A_MAPPING, OF_A_REASON)) {
                pattern.matcher(mapping)
                        .results()
                        .filter(told -> hasWords(literals(told.group(1))))
                        .forEach(told -> found.add(new Told(file.toString(), told.group(1), told.group(2))));
            }
        }
        assertThat(found).hasSizeGreaterThan(40);
        return found;
    }

    private static String literals(String expression) {
        return LITERAL.matcher(expression)
                .results()
                .map(literal -> literal.group(1))
                .collect(Collectors.joining());
    }

    static Stream<Told> ofRoutes() throws IOException {
        var routes = "routes/generations.camel.yaml";
        return OF_A_ROUTE
                .matcher(Files.readString(Path.of(routes)))
                .results()
                .map(told -> new Told(routes, told.group(1), told.group(2)));
    }

    private static List<Path> files(String folder, String end) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** {@code new Words("…", "…")} and {@code Words.of("…", "…", …)}. */
    private static final class WordsInSources extends TreeScanner<Void, Void> {
        private final String file;
        private final List<Told> found;

        WordsInSources(CompilationUnitTree unit, List<Told> found) {
            this.file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
            this.found = found;
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void none) {
            if (made.getIdentifier().toString().equals("Words")) {
                note(made.getArguments());
            }
            return super.visitNewClass(made, none);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree called, Void none) {
            if (called.getMethodSelect().toString().equals("Words.of")) {
                note(called.getArguments());
            }
            return super.visitMethodInvocation(called, none);
        }

        private void note(List<? extends ExpressionTree> texts) {
            var en = literal(texts.get(0));
            var zh = literal(texts.get(1));
            if (!en.isEmpty() && !zh.isEmpty()) {
                found.add(new Told(file, en, zh));
            }
        }

        /** Empty if it is none. */
        private static String literal(ExpressionTree text) {
            if (text instanceof BinaryTree sum) {
                return literal(sum.getLeftOperand()) + literal(sum.getRightOperand());
            }
            return text instanceof LiteralTree literal && literal.getValue() instanceof String said ? said : "";
        }
    }
}
