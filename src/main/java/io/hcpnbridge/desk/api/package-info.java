/**
 * The desk as an interface for programs, under {@code /api/v1}: what its pages show is read by {@code desk.read}, and all that they do goes this
 * way, to {@code desk.act}. OpenAPI document: {@code /api/v1/openapi}.
 */
@Knows({"desk.act", "desk.read", "exchange", "ledger"})
package io.hcpnbridge.desk.api;

import io.hcpnbridge.law.Knows;
