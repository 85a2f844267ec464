/** Bills, coupons and on-demand resources through the running adapter: large statements, moving pages, both sites. */
package io.hcpnbridge.endtoend.bills;
