/**
 * Stand-in for the partner cloud's sign-on: it sends browsers to identity providers whose metadata were uploaded, verifies what they assert with a
 * library of its own, binds accounts and tells of it. Knows nothing of the adapter.
 */
package io.hcpnbridge.standin.signon;
