package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.problem.MappingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One folder of mappings, in the jar or outside it: the folders in it that hold files, and the files that lie directly in
 * them. What begins with a dot is not looked at, as the folders in which Kubernetes keeps the versions of a ConfigMap.
 */
final class MappingLocation {
    static final String SHARED = "shared";

    /** Bytes; a ConfigMap holds no larger file. */
    private static final int LARGEST = 1 << 20;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");
    private static final Pattern TAIL = Pattern.compile(".*/([^/]+)/[^/]+");
    private static final Pattern SAMPLE = Pattern.compile(".*/([^/]+)/samples/([^/]+)");
    private static final Pattern IGNORED = Pattern.compile("\\..*|.*\\.md|.*~");

    private final String location;
    private final SortedMap<String, SortedMap<String, Resource>> folders = new TreeMap<>();

    /** @throws MappingException if it cannot be read, or holds no interface and nothing shared */
    MappingLocation(String location) {
        this.location = location.endsWith("/") ? location : location + "/";
        for (Resource file : find("*/*")) {
            String name = file.getFilename();
            if (name != null && !name.isEmpty() && !IGNORED.matcher(name).matches() && file.isReadable()) {
                note(file, name);
            }
        }
        if (folders.isEmpty()) {
            throw new MappingException("", 0, "no interface.yaml below " + this.location + ", set bridge.mappings");
        }
    }

    /** Names of the folders that hold files. */
    Set<String> folders() {
        return Collections.unmodifiableSet(folders.keySet());
    }

    /** @throws MappingException if a file of it cannot be read or is too large */
    SortedMap<String, byte[]> read(String folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        folders.get(folder).forEach((name, file) -> files.put(name, content(folder + "/" + name, file)));
        return files;
    }

    /** The samples below each folder that has some, by the names of their files. */
    SortedMap<String, SortedMap<String, byte[]>> samples() {
        SortedMap<String, SortedMap<String, byte[]>> samples = new TreeMap<>();
        for (Resource file : find("*/samples/*")) {
            Matcher path = SAMPLE.matcher(url(file));
            if (path.matches() && !IGNORED.matcher(path.group(2)).matches() && file.isReadable()) {
                String name = path.group(1) + "/samples/" + path.group(2);
                samples.computeIfAbsent(path.group(1), any -> new TreeMap<>()).put(path.group(2), content(name, file));
            }
        }
        return samples;
    }

    /** Whether it came with the program. */
    boolean isPacked() {
        return location.startsWith("classpath");
    }

    /** As it was configured, with a slash at its end. */
    @Override
    public String toString() {
        return location;
    }

    private void note(Resource file, String name) {
        String folder = folderOf(file);
        boolean wanted = !folder.startsWith(".") && (!folder.equals(SHARED) || name.matches(".*\\.(jslt|yaml)"));
        if (wanted && !NAME.matcher(folder).matches()) {
            throw new MappingException(
                    "", 0, file.getDescription() + ": an interface is named in lower case, e.g. orders.list");
        }
        if (wanted) {
            folders.computeIfAbsent(folder, any -> new TreeMap<>()).put(name, file);
        }
    }

    private Resource[] find(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(location + pattern);
        } catch (IOException unreadable) {
            throw new MappingException("", 0, location + " cannot be read, set bridge.mappings", unreadable);
        }
    }

    private static String folderOf(Resource file) {
        Matcher path = TAIL.matcher(url(file));
        return path.matches() ? path.group(1) : "";
    }

    private static String url(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException unreadable) {
            throw new MappingException("", 0, file.getDescription() + " cannot be read", unreadable);
        }
    }

    private static byte[] content(String file, Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new MappingException(file, 0, "is larger than " + LARGEST + " bytes");
            }
            return content;
        } catch (IOException unreadable) {
            throw new MappingException(file, 0, "cannot be read", unreadable);
        }
    }
}
