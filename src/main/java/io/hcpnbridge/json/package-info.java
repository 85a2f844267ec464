/** JSON as the adapter reads and writes it: decimals stay exactly as they came. Knows no other package of the adapter. */
package io.hcpnbridge.json;
