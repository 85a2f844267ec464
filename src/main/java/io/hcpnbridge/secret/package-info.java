/**
 * Secrets: wrapped where they are read, given as a value or as a file, and files looked at again while the adapter runs. Whoever
 * needs one says so to {@link io.hcpnbridge.secret.SecretWatch}.
 */
@Knows("config")
package io.hcpnbridge.secret;

import io.hcpnbridge.law.Knows;
