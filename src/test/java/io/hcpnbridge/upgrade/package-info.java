/**
 * Two versions of the adapter, one after the other and side by side, on one database; and the rules that migrations keep, so that they
 * can share it.
 */
package io.hcpnbridge.upgrade;
