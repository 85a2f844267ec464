/**
 * What the API gateway does before a call reaches the business side: addresses, signatures, clock, key locks, quotas,
 * request ids. Knows wire, call, state, fault and journal.
 */
package io.hcpnbridge.standin.gateway;
