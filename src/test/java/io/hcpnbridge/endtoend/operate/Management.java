package io.hcpnbridge.endtoend.operate;

import io.hcpnbridge.operate.MachineClient;
import io.hcpnbridge.rehearsal.Bridge;
import java.net.URI;
import java.net.http.HttpResponse;

/** The management port of a running adapter, as kubelet and Prometheus use it. */
record Management(URI address) {
    static final String MONITOR_PASSWORD = "look but do not touch";

    static Management of(Bridge bridge) {
        return new Management(bridge.console());
    }

    /** HTTP status and status word, e.g. {@code 200 {"status":"UP"}}. */
    String liveness() throws Exception {
        return probe("liveness");
    }

    String readiness() throws Exception {
        return probe("readiness");
    }

    /** As the monitor, whose password is {@link #MONITOR_PASSWORD}. */
    HttpResponse<String> watch(String path) throws Exception {
        return MachineClient.get(address.resolve(path), "monitor", MONITOR_PASSWORD);
    }

    private String probe(String name) throws Exception {
        var answer = MachineClient.get(address.resolve("/actuator/health/" + name));
        return answer.statusCode() + " " + answer.body();
    }
}
