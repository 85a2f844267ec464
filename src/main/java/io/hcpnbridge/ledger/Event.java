package io.hcpnbridge.ledger;

import java.time.Instant;

/**
 * One change that other systems hear of.
 *
 * @param number grows in the order of the changes of a tenant and interface
 * @param id the same for every attempt to send it, for no other event
 * @param document of the record that found it
 * @param change NEW, CHANGED or GONE
 * @param row what the answer says of the change
 */
public record Event(
        long number,
        String id,
        String tenant,
        String interfaceName,
        String document,
        String change,
        Instant at,
        ResultRow row) {}
