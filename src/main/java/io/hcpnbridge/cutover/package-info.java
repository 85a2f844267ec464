/**
 * Which generation of the partner's endpoints a record can take (by its content) and shall take (by configuration, or as far as people
 * at the desk have let its tenant go on the way from the old to the new ones). The choice itself stands in
 * {@code routes/generations.camel.yaml}.
 */
@Knows({"ledger", "mapping", "mapping.definition", "partner.settings", "text"})
package io.hcpnbridge.cutover;

import io.hcpnbridge.law.Knows;
