/** Mappings and routes overridden from outside: what is taken, what is refused, and that a broken one replaces nothing. */
package io.hcpnbridge.endtoend.overrides;
