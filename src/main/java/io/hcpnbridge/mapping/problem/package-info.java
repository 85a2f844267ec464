/** What is wrong: with a line of the ERP's, and with a file of {@code mappings/}. */
@Knows("text")
package io.hcpnbridge.mapping.problem;

import io.hcpnbridge.law.Knows;
