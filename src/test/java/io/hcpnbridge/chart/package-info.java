/**
 * The chart in {@code helm/} is checked like code: Helm itself (as a library) lints and renders it for every situation, and
 * each manifest is held against Kubernetes' own model, against the restricted Pod Security profile, and against what a
 * running adapter really does. Bad values must be refused with a message that helps. Writes the chart's README.
 */
package io.hcpnbridge.chart;
