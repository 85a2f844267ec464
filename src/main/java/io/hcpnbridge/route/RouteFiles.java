package io.hcpnbridge.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of {@code routes/} out of one or more places: for every file name the first pattern that finds it wins. They are
 * read once, when this is made.
 */
public final class RouteFiles {
    /** Bytes; a ConfigMap holds no larger file. */
    private static final int LARGEST = 1 << 20;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.camel\\.yaml");
    private static final Pattern IGNORED = Pattern.compile("\\..*|.*\\.md|.*~");

    /** Where Kubernetes keeps the versions of a ConfigMap; the same files are linked beside it. */
    private static final Pattern VERSIONS = Pattern.compile(".*/\\.\\.[^/]+/.*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[?!]*([A-Za-z0-9.-]+)(?::[^{}]*)?}}");

    private final SortedMap<String, RouteFile> files = new TreeMap<>();
    private final SortedMap<String, String> fromOutside = new TreeMap<>();

    /**
     * @param patterns Spring resource patterns, separated by commas, e.g. {@code
     *     file:/etc/x/*.camel.yaml,classpath:routes/*.camel.yaml}
     * @throws BrokenRoutesException if a pattern finds nothing, or a file cannot be read
     */
    public RouteFiles(String patterns) {
        List<String> all = Arrays.stream(patterns.split(",", -1))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
        for (String pattern : all) {
            SortedMap<String, RouteFile> found = read(pattern);
            boolean last = pattern.equals(all.get(all.size() - 1));
            found.forEach((name, file) -> {
                if (files.putIfAbsent(name, file) == null && !last) {
                    fromOutside.put(name, file.location());
                }
            });
        }
        if (files.isEmpty()) {
            throw new BrokenRoutesException("", "there are no routes, set bridge.routes");
        }
    }

    /** By name, in the order of names. */
    SortedMap<String, RouteFile> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /**
     * What stands in them, in the order of names.
     *
     * @throws BrokenRoutesException if one is no YAML in UTF-8
     */
    List<RouteText> texts() {
        return files.values().stream()
                .map(file -> RouteText.of(file.name(), file.content()))
                .toList();
    }

    /** Files that do not come from the last pattern, and where each comes from: what is overridden or added. */
    public SortedMap<String, String> fromOutside() {
        return Collections.unmodifiableSortedMap(fromOutside);
    }

    /** The settings that they read. */
    public Set<String> placeholders() {
        return files.values().stream()
                .flatMap(file -> PLACEHOLDER
                        .matcher(new String(file.content(), StandardCharsets.UTF_8))
                        .results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, RouteFile> read(String pattern) {
        SortedMap<String, RouteFile> found = new TreeMap<>();
        for (Resource resource : find(pattern)) {
            String name = resource.getFilename();
            String location = location(resource);
            boolean wanted = name != null && !IGNORED.matcher(name).matches() && resource.isReadable();
            if (!wanted || VERSIONS.matcher(location).matches()) {
                continue;
            }
            if (!NAME.matcher(name).matches()) {
                throw new BrokenRoutesException(name, "a file of routes is named like orders.camel.yaml");
            }
            RouteFile other = found.put(name, new RouteFile(name, location, content(name, resource)));
            if (other != null) {
                throw new BrokenRoutesException(name, "is found twice by " + pattern + ": " + other.location());
            }
        }
        if (found.isEmpty()) {
            throw new BrokenRoutesException("", pattern + " finds no file, set bridge.routes");
        }
        return found;
    }

    private static Resource[] find(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException unreadable) {
            throw new BrokenRoutesException("", pattern + " finds no file, set bridge.routes");
        }
    }

    private static String location(Resource resource) {
        try {
            return resource.getURL().toString();
        } catch (IOException unreadable) {
            return resource.getDescription();
        }
    }

    private static byte[] content(String name, Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new BrokenRoutesException(name, "is larger than " + LARGEST + " bytes");
            }
            return content;
        } catch (IOException unreadable) {
            throw new BrokenRoutesException(name, "cannot be read: " + resource.getDescription());
        }
    }
}
