package io.hcpnbridge.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field that the partner's answers have, by the official SDK's models, is read by the response mappings or named in the
 * page's list of what is left out on purpose: {@code Left out: `a`, `b`.}
 */
class AnswerFieldsTest {
    private static final Path MAPPINGS = Path.of("mappings");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import \"([^\"]+)\"");
    private static final Pattern READ = Pattern.compile("\\.\"?([A-Za-z_][A-Za-z0-9_-]*)");
    private static final Pattern LEFT_OUT = Pattern.compile("(?ms)^Left out: (.*?)(?:\\n\\n|\\z)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static Stream<String> interfaces() {
        return ShippedMapping.CATALOG.interfaces().stream();
    }

    @ParameterizedTest
    @MethodSource("interfaces")
    void everyFieldOfTheAnswerIsReadOrLeftOutOnPurpose(String iface) throws IOException {
        assertThat(AnswerModels.interfaces())
                .as("AnswerModels names the operations of every interface")
                .contains(iface);
        Set<String> unread = new TreeSet<>(AnswerModels.fields(iface));
        unread.removeAll(read(iface));

        assertThat(leftOut(iface))
                .as("left out by mappings/" + iface + "/README.md")
                .isEqualTo(unread);
    }

    /** Names that the response mappings of the present endpoints, or what they import, look up. */
    private static Set<String> read(String iface) throws IOException {
        Set<String> names = new TreeSet<>();
        Set<Path> seen = new TreeSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(
                MAPPINGS.resolve(iface).resolve("response.jslt"),
                MAPPINGS.resolve(iface).resolve("response.new.jslt")));
        while (!open.isEmpty()) {
            Path file = open.pop();
            if (Files.exists(file) && seen.add(file)) {
                String code = Files.readString(file).replaceAll("(?m)//.*$", "");
                IMPORT.matcher(code).results().forEach(found -> open.push(MAPPINGS.resolve(found.group(1))));
                READ.matcher(code).results().forEach(found -> names.add(found.group(1)));
            }
        }
        assertThat(seen).as("response mappings of " + iface).isNotEmpty();
        return names;
    }

    private static Set<String> leftOut(String iface) throws IOException {
        String page = Files.readString(MAPPINGS.resolve(iface).resolve("README.md"));
        Set<String> names = new TreeSet<>();
        LEFT_OUT.matcher(page)
                .results()
                .flatMap(list -> CODE.matcher(list.group(1)).results())
                .forEach(code -> names.add(code.group(1)));
        return names;
    }
}
