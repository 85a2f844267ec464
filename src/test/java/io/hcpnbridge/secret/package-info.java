/** Tests of secrets in files. */
package io.hcpnbridge.secret;
