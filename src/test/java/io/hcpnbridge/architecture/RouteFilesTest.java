package io.hcpnbridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shipped routes. */
class RouteFilesTest {
    private static final Path ROUTES = Path.of("routes");
    private static final String ROUTE_FILE = ".camel.yaml";
    private static final Pattern POLICY = Pattern.compile("routeConfiguration:\\s+id: ([\\w-]+)");

    @Test
    void everyRouteIsWhatCamelAndAnOperatorUnderstand() throws IOException {
        Path manual = ROUTES.resolve("README.md");
        String text = Files.exists(manual) ? Files.readString(manual) : "";
        assertThat(new RouteLint().problems(routeFiles(), text)).isEmpty();
    }

    @Test
    void theFolderHoldsRoutesAndTheirManualOnly() throws IOException {
        assertThat(files().keySet()).allMatch(name -> name.endsWith(ROUTE_FILE) || name.equals("README.md"));
    }

    @Test
    void theManualNamesEveryFailurePolicy() throws IOException {
        var manual = Files.readString(ROUTES.resolve("README.md"));
        assertThat(routeFiles().values().stream()
                        .flatMap(text -> POLICY.matcher(text).results())
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(manual).contains("`" + policy + "`"));
    }

    @Test
    void everyFileHasTestsOfItsOwnWithoutItsNeighbours() throws IOException {
        assertThat(routeFiles().keySet()).isNotEmpty().allSatisfy(file -> {
            var words = Pattern.compile("(?:^|-)(.)").matcher(file.substring(0, file.indexOf(ROUTE_FILE)));
            var test = words.replaceAll(first -> first.group(1).toUpperCase(Locale.ROOT)) + "RoutesTest.java";
            assertThat(Path.of("src/test/java/io/hcpnbridge/route", test)).exists();
        });
    }

    private static Map<String, String> routeFiles() throws IOException {
        Map<String, String> files = files();
        files.keySet().removeIf(name -> !name.endsWith(ROUTE_FILE));
        return files;
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(ROUTES)) {
            try (var paths = Files.list(ROUTES)) {
                for (Path file : paths.toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }
}
