/** Faults that tests script: wrong answers and broken connections, before or after the call took effect. */
package io.hcpnbridge.standin.fault;
