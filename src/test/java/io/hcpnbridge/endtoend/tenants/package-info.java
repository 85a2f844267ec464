/** Tenants with folders and queues of their own, and what one of them can try against another. */
package io.hcpnbridge.endtoend.tenants;
