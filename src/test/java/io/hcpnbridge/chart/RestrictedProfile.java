package io.hcpnbridge.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rules of Kubernetes' Pod Security Standard "restricted" (and of "baseline" below it) for pods with Linux. */
final class RestrictedProfile {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");
    private static final List<String> OF_THE_HOST = List.of("hostNetwork", "hostPID", "hostIPC", "hostProcess");

    private final List<String> violations = new ArrayList<>();

    private RestrictedProfile() {}

    /** What the profile forbids or misses; empty if the pod is let in. */
    static List<String> violations(Pod pod) {
        var profile = new RestrictedProfile();
        profile.check(pod.spec());
        pod.containers().forEach(container -> profile.check(pod.spec(), container));
        return profile.violations;
    }

    private void check(JsonNode spec) {
        OF_THE_HOST.forEach(field -> forbid(spec.path(field).asBoolean(), field));
        forbid(spec.at("/securityContext/runAsUser").asInt(-1) == 0, "runAsUser 0");
        forbid(spec.at("/securityContext/sysctls").size() > 0, "sysctls");
        forbid(spec.at("/securityContext").has("seLinuxOptions"), "seLinuxOptions");
        forbid(spec.at("/securityContext").has("windowsOptions"), "windowsOptions");
        for (JsonNode volume : spec.path("volumes")) {
            volume.fieldNames()
                    .forEachRemaining(
                            field -> forbid(!field.equals("name") && !VOLUMES.contains(field), "volume " + field));
        }
    }

    private void check(JsonNode spec, JsonNode container) {
        var name = container.path("name").asText() + ": ";
        var own = container.path("securityContext");
        var ofPod = spec.path("securityContext");
        forbid(own.path("privileged").asBoolean(), name + "privileged");
        forbid(own.path("allowPrivilegeEscalation").asBoolean(true), name + "allowPrivilegeEscalation");
        forbid(own.path("runAsUser").asInt(-1) == 0, name + "runAsUser 0");
        forbid(own.has("seLinuxOptions"), name + "seLinuxOptions");
        forbid(!own.path("procMount").asText("Default").equals("Default"), name + "procMount");
        forbid(!either(own, ofPod, "runAsNonRoot").asBoolean(), name + "no runAsNonRoot");
        forbid(
                !SECCOMP.contains(
                        either(own, ofPod, "seccompProfile").path("type").asText()),
                name + "no seccompProfile");
        checkCapabilities(name, own.path("capabilities"));
        container.path("ports").forEach(port -> forbid(port.has("hostPort"), name + "hostPort"));
        container
                .findParents("httpGet")
                .forEach(probe -> forbid(probe.at("/httpGet").has("host"), name + "host"));
    }

    private void checkCapabilities(String name, JsonNode capabilities) {
        forbid(
                Pod.elements(capabilities.path("drop"))
                        .noneMatch(drop -> drop.asText().equals("ALL")),
                name + "capabilities not dropped");
        capabilities
                .path("add")
                .forEach(add -> forbid(!add.asText().equals("NET_BIND_SERVICE"), name + "capability " + add.asText()));
    }

    private static JsonNode either(JsonNode container, JsonNode pod, String field) {
        return container.has(field) ? container.path(field) : pod.path(field);
    }

    private void forbid(boolean found, String what) {
        if (found) {
            violations.add(what);
        }
    }
}
