/**
 * The JSON messages of the ERP: batches, answers and refusals of every interface in one shape, with its columns.
 */
@Knows({"json", "mapping.format", "mapping.problem", "text"})
package io.hcpnbridge.mapping.message;

import io.hcpnbridge.law.Knows;
