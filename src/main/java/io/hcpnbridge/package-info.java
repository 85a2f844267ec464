/**
 * The adapter: only its start is here. Every part is a package below, and says what it is for and whom it knows; json, config, log and
 * secret are known to everybody.
 */
package io.hcpnbridge;
