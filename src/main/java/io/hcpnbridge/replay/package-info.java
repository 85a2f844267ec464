/**
 * Plays documents from their first call to their answer with what the partner said to them before, by the code that works on records and
 * composes answers; memory takes the place of the ledger, {@code recorded.json} that of the partner. And compares answers by column.
 */
@Knows({
    "answer.text",
    "cutover",
    "json",
    "ledger",
    "mapping",
    "mapping.definition",
    "mapping.format",
    "mapping.problem",
    "outcome",
    "partner",
    "partner.settings",
    "request",
    "text"
})
package io.hcpnbridge.replay;

import io.hcpnbridge.law.Knows;
