package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profile lets a restricted pod in and no other. */
class RestrictedProfileTest {
    private static final String GOOD =
            """
            kind: Pod
            metadata: {name: bridge}
            spec:
              hostNetwork: false
              securityContext: {runAsNonRoot: true, runAsUser: 10001, seccompProfile: {type: RuntimeDefault}}
              containers:
                - name: bridge
                  ports: [{containerPort: 8080}]
                  livenessProbe: {httpGet: {path: /live, port: 8080}}
                  securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
              volumes: [{name: scratch, emptyDir: {}}]
            """;

    @Test
    void aRestrictedPodIsLetIn() {
        assertThat(RestrictedProfile.violations(pod(GOOD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hostNetwork: false | hostNetwork: true     | hostNetwork",
                "runAsNonRoot: true  | runAsNonRoot: false  | bridge: no runAsNonRoot",
                "runAsUser: 10001    | runAsUser: 0         | runAsUser 0",
                "type: RuntimeDefault | type: Unconfined    | bridge: no seccompProfile",
                "{allowPrivilegeEscalation: false, | { | bridge: allowPrivilegeEscalation",
                "drop: [ALL]         | drop: [KILL]         | bridge: capabilities not dropped",
                "drop: [ALL]         | drop: [ALL], add: [SYS_PTRACE] | bridge: capability SYS_PTRACE",
                "containerPort: 8080 | containerPort: 8080, hostPort: 80 | bridge: hostPort",
                "path: /live         | path: /live, host: 127.0.0.1 | bridge: host",
                "emptyDir: {}        | hostPath: {path: /}  | volume hostPath",
                "Escalation: false   | Escalation: false, privileged: true | bridge: privileged"
            })
    void everyOtherIsNot(String good, String bad, String violation) {
        assertThat(RestrictedProfile.violations(pod(GOOD.replace(good, bad)))).containsExactly(violation);
    }

    private static Pod pod(String yaml) {
        return new Manifest(Yaml.one(yaml)).pod().orElseThrow();
    }
}
