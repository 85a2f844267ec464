package io.hcpnbridge.saml;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is signed on: the attributes of the assertion, in their order, each with one value. Shows nothing of them.
 *
 * @param attributes values by name, without those that are not known
 */
public record Person(Map<String, String> attributes) {
    public Person {
        attributes = new LinkedHashMap<>(attributes);
        attributes.values().removeIf(value -> value == null || value.isBlank());
    }

    @Override
    public String toString() {
        return "Person[" + attributes.keySet() + "]";
    }
}
