/** Customers, end to end: created, authenticated and seen through the running adapter. */
package io.hcpnbridge.endtoend.customers;
