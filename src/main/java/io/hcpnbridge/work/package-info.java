/**
 * The steps a claimed record goes through, called by name from {@code routes/}: each maps, calls or settles, none decides what comes
 * next. Knows {@code cutover}, {@code ledger}, {@code mapping}, {@code partner}, {@code replica}, {@code stop} and {@code version};
 * {@code partner} knows nothing of it, in its routes neither.
 */
package io.hcpnbridge.work;
