/**
 * What is judged of a request over HTTP before anybody asks who sent it: where it comes from, its address, its body. Nothing here
 * knows who is logged in.
 */
@Knows("config")
package io.hcpnbridge.door;

import io.hcpnbridge.law.Knows;
