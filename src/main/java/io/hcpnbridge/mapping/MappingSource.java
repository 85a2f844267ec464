package io.hcpnbridge.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Reads the files of {@code mappings/} out of the jar or a folder. Only what lies directly in a folder that holds an
 * {@code interface.yaml} and in {@code shared} is read: no path is ever built from anything else.
 */
public final class MappingSource {
    private static final Pattern INTERFACE = Pattern.compile(".*/([a-z0-9]+(?:[.-][a-z0-9]+)*)/interface\\.yaml");
    private static final Pattern IGNORED = Pattern.compile("\\..*|.*\\.md|.*~");

    private final String location;
    private final PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();

    /** @param location Spring resource location of a folder, e.g. {@code classpath:mappings/} or {@code file:/etc/x/} */
    public MappingSource(String location) {
        this.location = location.endsWith("/") ? location : location + "/";
    }

    /** The files of every interface, by its name. */
    public SortedMap<String, MappingFiles> read() {
        SortedMap<String, byte[]> shared = folder("shared", "*.jslt");
        SortedMap<String, MappingFiles> interfaces = new TreeMap<>();
        for (Resource settings : find("*/interface.yaml")) {
            String name = interfaceOf(settings);
            SortedMap<String, byte[]> files = new TreeMap<>(folder(name, "*"));
            shared.forEach((file, content) -> files.put("shared/" + file, content));
            interfaces.put(name, new MappingFiles(name, files));
        }
        if (interfaces.isEmpty()) {
            throw new MappingException("", 0, "no interface.yaml below " + location + ", set bridge.mappings");
        }
        return interfaces;
    }

    private SortedMap<String, byte[]> folder(String folder, String pattern) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Resource resource : find(folder + "/" + pattern)) {
            String name = resource.getFilename();
            if (name != null && !name.isEmpty() && !IGNORED.matcher(name).matches() && resource.isReadable()) {
                files.put(name, content(folder + "/" + name, resource));
            }
        }
        return files;
    }

    private Resource[] find(String pattern) {
        try {
            return resolver.getResources(location + pattern);
        } catch (IOException unreadable) {
            throw new MappingException("", 0, location + " cannot be read, set bridge.mappings", unreadable);
        }
    }

    private String interfaceOf(Resource settings) {
        try {
            Matcher path = INTERFACE.matcher(settings.getURL().toString());
            if (path.matches()) {
                return path.group(1);
            }
        } catch (IOException unreadable) {
            throw new MappingException("", 0, settings.getDescription() + " cannot be read", unreadable);
        }
        throw new MappingException(
                "", 0, settings.getDescription() + ": an interface is named in lower case, e.g. orders.list");
    }

    private static byte[] content(String file, Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new MappingException(file, 0, "cannot be read", unreadable);
        }
    }
}
