/** The adapter: only its start is here. Every part is a package below, and says what it is for and whom it may know. */
package io.hcpnbridge;
