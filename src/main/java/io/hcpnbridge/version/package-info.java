/** Which mapping a batch was taken in with, kept in the ledger beside it. Knows {@code mapping} and {@code ledger}. */
package io.hcpnbridge.version;
