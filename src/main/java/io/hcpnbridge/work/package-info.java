/**
 * The steps a claimed record goes through, called by name from {@code routes/}: each maps, calls or settles, none decides what comes
 * next. A call knows nothing of records, in its routes neither.
 */
@Knows({
    "config",
    "cutover",
    "exchange",
    "intake",
    "ledger",
    "log",
    "mapping",
    "mapping.definition",
    "outcome",
    "partner",
    "partner.call",
    "partner.credential",
    "partner.iam",
    "partner.settings",
    "replica",
    "request",
    "secret",
    "stop",
    "text",
    "version"
})
package io.hcpnbridge.work;

import io.hcpnbridge.law.Knows;
