/** The adapter as a whole, from the ERP's file to the ERP's answer. */
package io.hcpnbridge.endtoend;
