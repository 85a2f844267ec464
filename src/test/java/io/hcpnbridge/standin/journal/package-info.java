/** Every call that arrived, as sent, and what became of it. */
package io.hcpnbridge.standin.journal;
