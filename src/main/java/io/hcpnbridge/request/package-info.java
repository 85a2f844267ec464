/**
 * What is asked of the partner for a document: what its mappings see, and the request that they give. Nothing is sent here; the work on
 * a record, the check of mappings and a try do the same by it.
 */
@Knows({"json", "mapping", "mapping.definition", "partner", "partner.settings"})
package io.hcpnbridge.request;

import io.hcpnbridge.law.Knows;
