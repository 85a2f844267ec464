package io.hcpnbridge.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.saml.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be asserted of a person, by the names that settings have for it. */
final class Personal {
    static final List<String> NAMES = List.of("account-id", "user-id", "partner-id", "name", "email", "mobile");

    /** As a public implementation of the partner's sign-on names them; the manual's own sample is cut off in all public copies. */
    static final Map<String, String> USUAL = usual();

    private Personal() {}

    /**
     * The attributes of an assertion.
     *
     * @param attributes what stands in each
     * @param person as the link has it
     * @param partner account id of the partner
     */
    static Person of(Map<String, String> attributes, ObjectNode person, String partner) {
        var values = new LinkedHashMap<String, String>();
        attributes.forEach((attribute, what) -> values.put(
                attribute,
                what.equals("partner-id") ? partner : person.path(column(what)).textValue()));
        return new Person(values);
    }

    private static String column(String what) {
        return switch (what) {
            case "account-id", "user-id" -> "platformUserId";
            default -> what;
        };
    }

    private static Map<String, String> usual() {
        var usual = new LinkedHashMap<String, String>();
        usual.put("xUserId", "user-id");
        usual.put("xAccountId", "account-id");
        usual.put("bpId", "partner-id");
        usual.put("email", "email");
        usual.put("name", "name");
        usual.put("mobile", "mobile");
        return usual;
    }
}
