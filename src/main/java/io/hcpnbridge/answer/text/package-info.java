/**
 * Writes the text of an answer or a refusal, line by line, in whatever format: for the ledger, which delivers it, and for a try, which
 * compares it.
 */
@Knows({"json", "ledger", "mapping.definition", "mapping.format", "text"})
package io.hcpnbridge.answer.text;

import io.hcpnbridge.law.Knows;
