/**
 * The container image: trains its cache on the adapter at work, looks into every layer, and runs it as the chart would. Only the
 * profile {@code image} of pom.xml uses it.
 */
package io.hcpnbridge.image;
