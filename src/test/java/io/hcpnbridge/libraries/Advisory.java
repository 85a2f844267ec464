package io.hcpnbridge.libraries;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.List;

/**
 * What is publicly known against older versions of a library: src/test/resources/libraries/advisories.yaml.
 *
 * @param library {@code group:name}; a name may end in {@code *}
 * @param mended the first version without it
 * @param advisory its public number
 * @param what what an attacker gains
 * @param closed what closes it here although the library has it; null: nothing does, and the library must not be shipped
 */
record Advisory(String library, String mended, String advisory, String what, Closed closed) {

    /**
     * @param why what makes the advisory harmless here
     * @param test the class of tests that shows it
     */
    record Closed(String why, String test) {}

    static List<Advisory> all() {
        try (var yaml = Advisory.class.getResourceAsStream("/libraries/advisories.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the advisory speaks of this library in this version. */
    boolean concerns(Library shipped) {
        return isAbout(shipped.name()) && Version.parse(shipped.version()).compareTo(Version.parse(mended)) < 0;
    }

    private boolean isAbout(String name) {
        return library.endsWith("*")
                ? name.startsWith(library.substring(0, library.length() - 1))
                : name.equals(library);
    }
}
