/** Which mapping a batch was taken in with, kept in the ledger beside it. */
@Knows({"ledger", "mapping", "mapping.problem"})
package io.hcpnbridge.version;

import io.hcpnbridge.law.Knows;
