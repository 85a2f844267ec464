/**
 * What a step of a record comes to: a mapped answer, checked against its contract and bounded, as the conclusion that the ledger keeps.
 * Nothing is called and nothing is written here; the work on a record and a try do the same by it.
 */
@Knows({"json", "ledger", "mapping", "mapping.definition", "mapping.format", "mapping.problem", "partner", "text"})
package io.hcpnbridge.outcome;

import io.hcpnbridge.law.Knows;
