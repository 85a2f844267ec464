/** What every part needs to reject bad settings at the start, a line for each. Knows no other package. */
package io.hcpnbridge.config;
