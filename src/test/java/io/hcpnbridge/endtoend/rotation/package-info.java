/** Passwords and keys of the adapter's logins change while it runs. */
package io.hcpnbridge.endtoend.rotation;
