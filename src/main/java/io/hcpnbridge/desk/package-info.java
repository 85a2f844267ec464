/**
 * The operator's desk: pages on the management port that say whether all is well, what happened to a document, and let it be put right.
 * What they show is read by {@code desk.read}, what they do is done and written down by {@code desk.act}. The pages themselves are in
 * {@code src/main/jte}.
 */
@Knows({"desk.act", "desk.read", "exchange", "json", "ledger", "text", "watch"})
package io.hcpnbridge.desk;

import io.hcpnbridge.law.Knows;
