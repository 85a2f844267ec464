/** The business side: one class per endpoint family, with the documented field rules and both shapes. Knows state and call. */
package io.hcpnbridge.standin.endpoint;
