package io.hcpnbridge.desk.act;

import java.time.Instant;

/**
 * Something that was done at the desk.
 *
 * @param action such as {@code decide-doubt}
 * @param tenant null: every; so the interface
 * @param document null if it was not done to one document
 * @param before how it was; null if there was nothing
 * @param after how it was to be
 */
public record Deed(
        Instant at,
        Person by,
        String action,
        String tenant,
        String interfaceName,
        String document,
        String before,
        String after,
        String reason) {

    static Deed of(String action, String tenant, String interfaceName, String document) {
        return new Deed(null, null, action, tenant, interfaceName, document, null, null, null);
    }

    Deed from(String state) {
        return new Deed(at, by, action, tenant, interfaceName, document, state, after, reason);
    }

    Deed to(String state) {
        return new Deed(at, by, action, tenant, interfaceName, document, before, state, reason);
    }

    Deed done(Person person, String why) {
        return new Deed(at, person, action, tenant, interfaceName, document, before, after, why);
    }
}
