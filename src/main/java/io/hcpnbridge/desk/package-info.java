/**
 * The operator's desk: pages on the management port that say whether all is well, what happened to a document, and let it be put right.
 * What they show is read by {@code desk.read}; what they do they ask {@code desk.api} for, as any program may. The pages themselves are in
 * {@code src/main/jte}.
 */
@Knows({"desk.act", "desk.api", "desk.read", "exchange", "ledger", "text"})
package io.hcpnbridge.desk;

import io.hcpnbridge.law.Knows;
