/**
 * The ERP's files (fixed length, CSV, XML) in the ERP's charset to records and back, by the columns of an interface.
 */
@Knows({"json", "mapping.problem", "text"})
package io.hcpnbridge.mapping.format;

import io.hcpnbridge.law.Knows;
