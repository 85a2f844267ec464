package io.hcpnbridge.mapping.definition;

import java.util.Set;

/**
 * What is known of the fields of the partner's requests and answers, whichever interface they belong to.
 *
 * @param harmless names whose values tell of no person; the values of all others are hidden
 * @param never names whose values are not kept anywhere
 */
public record PartnerFields(Set<String> harmless, Set<String> never) {
    /** Where they are declared. */
    public static final String FILE = "shared/fields.yaml";

    public PartnerFields {
        harmless = Set.copyOf(harmless);
        never = Set.copyOf(never);
    }

    /** Nothing is known to be harmless. */
    public static PartnerFields none() {
        return new PartnerFields(Set.of(), Set.of());
    }

    /** @throws io.hcpnbridge.mapping.problem.MappingException if it holds anything but the two lists */
    public static PartnerFields of(byte[] file) {
        YamlSection lists = YamlSection.of(FILE, file, Set.of("harmless", "never"));
        return new PartnerFields(Set.copyOf(lists.texts("harmless")), Set.copyOf(lists.texts("never")));
    }
}
