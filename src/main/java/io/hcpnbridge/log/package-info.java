/** What each line of the log is about, in one vocabulary, for whoever reads it by machine. */
package io.hcpnbridge.log;
