/** What every part needs to reject bad settings at the start, in one line. Knows no other package. */
package io.hcpnbridge.config;
