/**
 * Which generation of the partner's endpoints a record can take (by its content) and shall take (by configuration). The choice itself
 * stands in {@code routes/generations.camel.yaml}. Knows {@code mapping} and {@code partner} (settings only).
 */
package io.hcpnbridge.cutover;
