/** Customers of the ERP on their way to the partner cloud. */
package io.hcpnbridge.endtoend.signon;
