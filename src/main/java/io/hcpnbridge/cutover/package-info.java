/**
 * Which generation of the partner's endpoints a record can take (by its content) and shall take (by configuration). The choice itself
 * stands in {@code routes/generations.camel.yaml}.
 */
@Knows({"mapping", "partner.settings", "text"})
package io.hcpnbridge.cutover;

import io.hcpnbridge.law.Knows;
