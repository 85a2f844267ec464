package io.hcpnbridge.chart;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Kubernetes' own API model as a judge of manifests: a field that it does not know, one that it requires and does not find,
 * and a value of another type are problems, on every level. The kinds are those that a chart of ours may use.
 */
final class KubernetesModel {
    private static final Map<String, Class<?>> KINDS = Map.of(
            "v1 ConfigMap", V1ConfigMap.class,
            "v1 Pod", V1Pod.class,
            "v1 Service", V1Service.class,
            "v1 ServiceAccount", V1ServiceAccount.class,
            "apps/v1 Deployment", V1Deployment.class,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler.class,
            "batch/v1 Job", V1Job.class,
            "networking.k8s.io/v1 Ingress", V1Ingress.class,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class);

    private KubernetesModel() {}

    /** Whether the manifest is of a kind of Kubernetes itself that the chart may use. */
    static boolean knows(Manifest manifest) {
        return KINDS.containsKey(key(manifest));
    }

    /** What is wrong with the manifest; empty if nothing is. */
    static List<String> problems(Manifest manifest) {
        var model = KINDS.get(key(manifest));
        if (model == null) {
            return List.of("no kind of Kubernetes that the chart uses: " + key(manifest));
        }
        var json = JsonParser.parseString(manifest.tree().toString());
        var problems = new ArrayList<String>();
        structure(model, json, problems);
        KubernetesTypes.check("", json, model, problems);
        return problems;
    }

    /** Unknown and missing fields, as the model's own validation has it: it ends with the first. */
    private static void structure(Class<?> model, JsonElement json, List<String> problems) {
        try {
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
        } catch (InvocationTargetException e) {
            problems.add(e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(Manifest manifest) {
        return manifest.apiVersion() + " " + manifest.kind();
    }
}
