/** Two adapters side by side. */
package io.hcpnbridge.endtoend.replicas;
