/** Who may know whom, said at each package and held by the build. */
@Knows
package io.hcpnbridge.law;
