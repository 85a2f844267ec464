package io.hcpnbridge.mapping;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The samples of an interface.
 *
 * @param files by their plain names; the bytes are shared, never change them
 * @param own whether they belong to the mapping that is in use; otherwise they are those of the one that it replaces
 */
public record SampleFiles(SortedMap<String, byte[]> files, boolean own) {
    public static final SampleFiles NONE = new SampleFiles(new TreeMap<>(), true);

    public SampleFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
