/** The whole adapter against the partner: files of the ERP go in, the stand-in sees the calls, the answers are read back. */
package io.hcpnbridge.endtoend.partner;
