package io.hcpnbridge.mapping.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.mapping.problem.MappingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The definition of an interface of the test catalogue, with whatever a test changes in it. */
public final class TestDefinition implements DefinitionFiles {
    private static final Path CATALOG = Path.of("src/test/resources/mapping/catalog");

    private final String iface;
    private final Map<String, String> changed;

    private TestDefinition(String iface, Map<String, String> changed) {
        this.iface = iface;
        this.changed = changed;
    }

    public static TestDefinition of(String iface) {
        return new TestDefinition(iface, Map.of());
    }

    /** The same with its first {@code right} replaced. */
    public TestDefinition with(String file, String right, String wrong) {
        String before = text(file);
        int at = before.indexOf(right);
        assertThat(at).as(right).isNotNegative();
        Map<String, String> files = new TreeMap<>(changed);
        files.put(file, before.substring(0, at) + wrong + before.substring(at + right.length()));
        return new TestDefinition(iface, files);
    }

    /** The same with files of that kind, e.g. {@code {kind: csv, delimiter: ';'}}. */
    public TestDefinition withFiles(String file) {
        String now = text("interface.yaml")
                .lines()
                .filter(line -> line.startsWith("file:"))
                .findFirst()
                .orElseThrow();
        return with("interface.yaml", now, "file: " + file);
    }

    /** The line of a file, from 1, on which that stands first. */
    int line(String file, String wanted) {
        return text(file).substring(0, text(file).indexOf(wanted)).split("\n", -1).length;
    }

    public InterfaceDefinition read() {
        return InterfaceDefinition.read(this);
    }

    @Override
    public byte[] required(String name) {
        return text(name).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String path(String name) {
        return name.startsWith("shared/") ? name : iface + "/" + name;
    }

    private String text(String name) {
        try {
            return changed.containsKey(name) ? changed.get(name) : Files.readString(CATALOG.resolve(path(name)));
        } catch (java.nio.file.NoSuchFileException missing) {
            throw new MappingException(path(name), 0, "is missing", missing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
