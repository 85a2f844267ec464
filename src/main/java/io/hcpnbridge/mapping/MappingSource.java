package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.definition.PartnerFields;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the files of {@code mappings/} out of one or more locations. For every interface, and for {@code shared}, the first
 * location that has the folder wins, with the whole folder: files of two locations are never mixed in one.
 */
public final class MappingSource {
    private final List<MappingLocation> locations;
    private final SortedMap<String, MappingLocation> origins = new TreeMap<>();

    /**
     * @param locations Spring resource locations of folders, separated by commas, e.g. {@code
     *     file:/etc/x/,classpath:mappings/}
     * @throws MappingException if one of them holds nothing
     */
    public MappingSource(String locations) {
        this.locations = Arrays.stream(locations.split(",", -1))
                .map(String::strip)
                .filter(location -> !location.isEmpty())
                .map(MappingLocation::new)
                .toList();
        for (MappingLocation location : this.locations) {
            location.folders().forEach(folder -> origins.putIfAbsent(folder, location));
        }
        if (interfaces().isEmpty()) {
            throw new MappingException("", 0, "no interface.yaml below " + locations + ", set bridge.mappings");
        }
    }

    /** The files of every interface, by its name. */
    public SortedMap<String, MappingFiles> read() {
        SortedMap<String, MappingFiles> interfaces = new TreeMap<>();
        SortedMap<String, byte[]> shared = new TreeMap<>();
        if (origins.containsKey(MappingLocation.SHARED)) {
            read(origins.get(MappingLocation.SHARED), MappingLocation.SHARED)
                    .forEach((file, content) -> shared.put(MappingLocation.SHARED + "/" + file, content));
        }
        origins.forEach((folder, location) -> {
            if (!folder.equals(MappingLocation.SHARED)) {
                SortedMap<String, byte[]> files = new TreeMap<>(shared);
                files.putAll(read(location, folder));
                interfaces.put(folder, new MappingFiles(folder, files));
            }
        });
        return interfaces;
    }

    /** What is known of the partner's fields; nothing, if the shared files do not tell. */
    public PartnerFields partnerFields() {
        String name = PartnerFields.FILE.substring(MappingLocation.SHARED.length() + 1);
        MappingLocation origin = origins.get(MappingLocation.SHARED);
        byte[] file =
                origin == null ? null : read(origin, MappingLocation.SHARED).get(name);
        try {
            return file == null ? PartnerFields.none() : PartnerFields.of(file);
        } catch (MappingException e) {
            throw located(e);
        }
    }

    /**
     * The samples of every interface by the names of their files: those beside its mapping, or else those of the next location
     * that has some. None for an interface without any.
     */
    public SortedMap<String, SampleFiles> samples() {
        SortedMap<String, SampleFiles> samples = new TreeMap<>();
        for (MappingLocation location : locations) {
            location.samples()
                    .forEach((folder, files) ->
                            samples.putIfAbsent(folder, new SampleFiles(files, origins.get(folder) == location)));
        }
        samples.keySet().retainAll(interfaces());
        return samples;
    }

    /** Names of all interfaces, whether they compile or not. */
    public Set<String> interfaces() {
        return origins.keySet().stream()
                .filter(folder -> !folder.equals(MappingLocation.SHARED))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an interface is as it was packed, with everything that it may import. */
    public boolean isPacked(String iface) {
        return Stream.of(iface, MappingLocation.SHARED)
                .map(origins::get)
                .filter(Objects::nonNull)
                .allMatch(MappingLocation::isPacked);
    }

    /** Folders that do not come from the last location, and where each comes from: what is overridden or added. */
    public SortedMap<String, String> fromOutside() {
        SortedMap<String, String> outside = new TreeMap<>();
        MappingLocation last = locations.get(locations.size() - 1);
        origins.forEach((folder, location) -> {
            if (location != last) {
                outside.put(folder, location.toString());
            }
        });
        return Collections.unmodifiableSortedMap(outside);
    }

    private SortedMap<String, byte[]> read(MappingLocation location, String folder) {
        try {
            return location.read(folder);
        } catch (MappingException e) {
            throw located(e);
        }
    }

    /** A mistake, with the location that the file comes from, if there are several. */
    public MappingException located(MappingException mistake) {
        MappingLocation origin = origins.get(mistake.file().replaceFirst("/.*", ""));
        return origin == null || locations.size() == 1
                ? mistake
                : new MappingException(mistake.file(), mistake.line(), mistake.reason() + " (in " + origin + ")");
    }
}
