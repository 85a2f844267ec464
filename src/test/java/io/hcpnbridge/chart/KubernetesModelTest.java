package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of manifests overlooks nothing, on no level. */
class KubernetesModelTest {
    private static final String GOOD =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: bridge, labels: {part: adapter}}
            spec:
              replicas: 1
              strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0%}}
              selector: {matchLabels: {part: adapter}}
              template:
                metadata: {labels: {part: adapter}}
                spec:
                  automountServiceAccountToken: false
                  containers:
                    - name: bridge
                      image: bridge:1
                      ports: [{name: management, containerPort: 8080}]
                      env: [{name: A, value: text}, {name: B, valueFrom: {secretKeyRef: {name: a, key: b}}}]
                      livenessProbe: {httpGet: {path: /live, port: management}, periodSeconds: 3}
                      resources: {limits: {cpu: 1, memory: 1Gi}}
                      volumeMounts: [{name: keys, mountPath: /keys}]
                  volumes: [{name: keys, secret: {secretName: keys, defaultMode: 0440}}]
            """;

    @Test
    void aGoodManifestHasNoProblem() {
        assertThat(KubernetesModel.problems(manifest(GOOD))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "replicas: 1       | replica: 1            | `replica`",
                "periodSeconds: 3  | periodsSeconds: 3     | `periodsSeconds`",
                "image: bridge:1   | imagePullPolcy: Always | `imagePullPolcy`",
                "secretName: keys  | secretNam: keys       | `secretNam`",
                "limits:           | limit:                | `limit`",
                "path: /live,      | paths: /live,         | `paths`",
                "- name: bridge    | - command: [x]        | required field `name`",
                ", mountPath: /keys |                      | required field `mountPath`",
                ", key: b          |                       | required field `key`",
                "selector: {matchLabels: {part: adapter}} | paused: false | required field `selector`"
            })
    void anUnknownOrMissingFieldIsFound(String good, String bad, String problem) {
        assertThat(KubernetesModel.problems(manifest(changed(good, bad))))
                .first()
                .asString()
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "replicas: 1          | replicas: '1'         | .spec.replicas is",
                "replicas: 1          | replicas: 1.5         | .spec.replicas is",
                "replicas: 1          | replicas:             | .spec.replicas is null",
                "containerPort: 8080  | containerPort: http   | containerPort is",
                "value: text          | value: 8080           | env[0].value is",
                "value: text          | value: yes            | env[0].value is",
                "bridge, labels: {part: adapter} | bridge, labels: {part: true} | .metadata.labels.part is",
                "memory: 1Gi          | memory: much          | limits.memory is",
                "maxSurge: 1          | maxSurge: true        | maxSurge is",
                "Token: false         | Token: 'false'        | automountServiceAccountToken is",
                "0440                 | '0440'                | defaultMode is"
            })
    void aValueOfAnotherTypeIsFound(String good, String bad, String problem) {
        assertThat(KubernetesModel.problems(manifest(changed(good, bad))))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void aKindOfAnotherVersionIsRefused() {
        assertThat(KubernetesModel.problems(manifest(GOOD.replace("apps/v1", "apps/v1beta1"))))
                .singleElement()
                .asString()
                .contains("apps/v1beta1 Deployment");
    }

    private static String changed(String good, String bad) {
        var changed = GOOD.replace(text(good), text(bad));
        assertThat(changed).isNotEqualTo(GOOD);
        return changed;
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private static Manifest manifest(String yaml) {
        return new Manifest(Yaml.one(yaml));
    }
}
