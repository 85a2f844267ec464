package io.hcpnbridge.docs;

import io.hcpnbridge.rehearsal.ErpColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The table of interfaces as it must be by the files of {@code mappings/}. */
final class InterfaceTable {
    private static final Path MAPPINGS = Path.of("mappings");
    private static final Pattern CALLER = Pattern.compile("\"caller\": *(\\$?)(.*)");
    private static final Pattern WHO = Pattern.compile("\"(partner|customer)\"");

    private InterfaceTable() {}

    /** Names of the interfaces, in alphabetical order. */
    static List<String> interfaces() {
        try (var folders = Files.list(MAPPINGS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("interface.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The row of an interface in the ERP manual. */
    static String row(String iface) {
        return row(iface, "README.md", title(iface), Map.of());
    }

    /** The row in another language. */
    static String row(String iface, String page, String title, Map<String, String> words) {
        var cells = Stream.of(title, effect(iface), callers(iface), form(iface) + ", JSON", sites(iface))
                .map(cell -> words.entrySet().stream()
                        .reduce(cell, (text, word) -> text.replace(word.getKey(), word.getValue()), (a, b) -> b))
                .toList();
        return "| [%1$s](../../../mappings/%1$s/%2$s) | %3$s |".formatted(iface, page, String.join(" | ", cells));
    }

    static String title(String iface) {
        return ((Map<?, ?>) settings(iface).get("title")).get("en").toString();
    }

    private static String effect(String iface) {
        return settings(iface).get("effect").toString();
    }

    /** Whose credential the request mappings ask for; where they do not say, {@code interface.yaml} does. Nobody's without an API. */
    private static String callers(String iface) {
        if (!settings(iface).containsKey("apis")) {
            return "nobody";
        }
        var callers = new TreeSet<String>();
        var mappings = Stream.of("request.jslt", "request.old.jslt", "request.new.jslt")
                .map(name -> MAPPINGS.resolve(iface).resolve(name))
                .filter(Files::exists)
                .toList();
        for (Path mapping : mappings) {
            var text = read(mapping);
            var said = CALLER.matcher(text).results().toList();
            said.forEach(found ->
                    callers.addAll(who(found.group(1).isEmpty() ? found.group(2) : definition(text, found.group(2)))));
            if (said.isEmpty()) {
                callers.add(settings(iface).get("caller").toString());
            }
        }
        return String.join(" or ", callers.descendingSet());
    }

    /** A caller that is neither word can be both: it is a setting. */
    private static List<String> who(String expression) {
        var named =
                WHO.matcher(expression).results().map(found -> found.group(1)).toList();
        return named.isEmpty() ? List.of("partner", "customer") : named;
    }

    private static String definition(String text, String variable) {
        var name = variable.replaceAll("\\W.*", "");
        return text.lines()
                .filter(line -> line.startsWith("let " + name + " "))
                .findFirst()
                .orElse("");
    }

    private static String form(String iface) {
        return Map.of("fixed-length", "fixed length", "csv", "CSV", "xml", "XML")
                .get(ErpColumns.of(iface, MAPPINGS).kind());
    }

    /** Where the interface is offered: everywhere, unless its rules of availability allow one site only. */
    private static String sites(String iface) {
        var rules = MAPPINGS.resolve(iface).resolve("availability.jslt");
        return Files.exists(rules) && read(rules).contains("r:reason(.site != \"china\", \"site\",") ? "China" : "both";
    }

    private static Map<String, Object> settings(String iface) {
        return new Yaml().load(read(MAPPINGS.resolve(iface).resolve("interface.yaml")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
