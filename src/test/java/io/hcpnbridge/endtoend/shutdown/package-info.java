/** The adapter in a process of its own is asked to stop (SIGTERM), under load and in trouble. */
package io.hcpnbridge.endtoend.shutdown;
