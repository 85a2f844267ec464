/**
 * What was sent and received with an attempt, for whoever looks at it later: made fit to be kept, encrypted or without what could tell of
 * a person, and shown again. The ledger keeps it, with the intent and the outcome of the call.
 */
@Knows({"config", "ledger", "mapping.definition", "partner", "partner.settings", "partner.signing", "secret", "text"})
package io.hcpnbridge.exchange;

import io.hcpnbridge.law.Knows;
