/** In which language the ERP is written to; what is written there is said in both, as {@link io.hcpnbridge.text.Words}. */
@Knows({"erp", "mapping.format", "partner.settings", "text"})
package io.hcpnbridge.language;

import io.hcpnbridge.law.Knows;
