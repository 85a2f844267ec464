/**
 * What the adapter tells of the business, by metrics and health: what is open, what is owed, what waits for a person. The ledger is asked by
 * {@code routes/watch.camel.yaml}, seldom and only about what is open, never by a scrape; what ends is counted where it ends. No label
 * names a customer, a document, a file or an address, and each has few values: tenants, interfaces, APIs, pulls, routes, tables.
 */
@Knows({
    "config",
    "cutover",
    "erp.queue",
    "intake.folder",
    "ledger",
    "partner",
    "partner.call",
    "pull",
    "replica",
    "secret",
    "stop",
    "text",
    "work"
})
package io.hcpnbridge.watch;

import io.hcpnbridge.law.Knows;
