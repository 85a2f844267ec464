/** What Kubernetes and Prometheus see of the running adapter: probes, the orderly stop, metrics. */
package io.hcpnbridge.endtoend.operate;
