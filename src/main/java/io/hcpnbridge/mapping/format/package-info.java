/**
 * The ERP's files (fixed length, CSV, XML) in the ERP's charset to records and back, by the columns of an interface.
 * May know {@code io.hcpnbridge.json} and the exceptions and problems of {@code io.hcpnbridge.mapping}.
 */
package io.hcpnbridge.mapping.format;
