/** What each line of the log is about, in one vocabulary, for whoever reads it by machine. */
@Knows
package io.hcpnbridge.log;

import io.hcpnbridge.law.Knows;
