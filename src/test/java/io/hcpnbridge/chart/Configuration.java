package io.hcpnbridge.chart;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

/**
 * The adapter's settings as the chart mounts them.
 *
 * @param text the content of {@code application.yaml}
 */
record Configuration(String text) {
    /** What the Deployment's pods get. */
    static Configuration of(Manifests manifests) {
        return of(manifests, manifests.adapter());
    }

    static Configuration of(Manifests manifests, Pod pod) {
        var name = pod.volumes().stream()
                .filter(volume -> volume.path("name").asText().equals("config"))
                .map(volume -> volume.at("/configMap/name").asText())
                .findFirst()
                .orElseThrow();
        return new Configuration(
                manifests.named("ConfigMap", name).at("/data/application.yaml").asText());
    }

    /** Every property by its full name, as Spring Boot reads it. */
    Map<String, String> properties() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
        Properties properties = yaml.getObject();
        var texts = new TreeMap<String, String>();
        properties.forEach((name, value) -> texts.put(name.toString(), value.toString()));
        return texts;
    }
}
