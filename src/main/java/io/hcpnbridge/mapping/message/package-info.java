/**
 * The JSON messages of the ERP: batches, answers and refusals of every interface in one shape, with its columns. May know {@code io.hcpnbridge.json}, {@code mapping.format} and the problems of
 * {@code io.hcpnbridge.mapping}.
 */
package io.hcpnbridge.mapping.message;
