package io.hcpnbridge.docs;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every setting of the adapter's own with its type and default, as the code and the shipped {@code application.yaml} have it. */
public final class Settings {
    /** The first word of a setting of the adapter's own. */
    static final Set<String> OWN = Set.of(
            "erp",
            "partner",
            "work",
            "answer",
            "operator",
            "monitor",
            "door",
            "bridge",
            "pulls",
            "secrets",
            "ledger",
            "housekeeping",
            "watch",
            "retention",
            "sign-on");

    private static final Map<String, String> KEYS = Map.of(
            "tenants",
            "<name>",
            "customers",
            "<id>",
            "quotas",
            "<api>",
            "pulls",
            "<name>",
            "values",
            "<key>",
            "logins",
            "<name>",
            "targets",
            "<name>",
            "entityIds",
            "<tenant>",
            "attributes",
            "<name>");

    private final Map<String, Setting> settings = new TreeMap<>();

    /**
     * One of them.
     *
     * @param type what it is read as
     * @param value holds if nothing else is set; empty if there is none
     */
    public record Setting(Class<?> type, Optional<String> value) {}

    /** Settings by name. */
    public static Map<String, Setting> all() {
        var found = new Settings();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var bean : scanner.findCandidateComponents("io.hcpnbridge")) {
            Class<?> type = ClassUtils.resolveClassName(bean.getBeanClassName(), null);
            var annotation = type.getAnnotation(ConfigurationProperties.class);
            found.addRecord(annotation.value() + annotation.prefix(), type);
        }
        found.addShipped();
        return found.settings;
    }

    private void addRecord(String prefix, Class<?> type) {
        var parameters = type.getDeclaredConstructors()[0].getParameters();
        var components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            add(
                    (prefix.isEmpty() ? "" : prefix + ".") + name(components[i], parameters[i]),
                    components[i],
                    parameters[i].getAnnotation(DefaultValue.class));
        }
    }

    private static String name(RecordComponent component, Parameter parameter) {
        var given = parameter.getAnnotation(Name.class);
        return given == null ? dashed(component.getName()) : given.value();
    }

    private void add(String name, RecordComponent component, DefaultValue given) {
        Class<?> type = component.getType();
        if (Map.class.isAssignableFrom(type)) {
            var value = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1];
            var below = name + "." + KEYS.get(component.getName());
            if (value.isRecord()) {
                addRecord(below, value);
            } else {
                settings.put(below, new Setting(value, Optional.empty()));
            }
        } else if (type.isRecord()) {
            addRecord(name, type);
        } else {
            settings.put(
                    name, new Setting(type, Optional.ofNullable(given).map(value -> String.join(",", value.value()))));
        }
    }

    /** What ships in {@code application.yaml} goes before what the code says. The pulls that ship have a table of their own. */
    private void addShipped() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(Path.of("src/main/resources/application.yaml")));
        yaml.getObject().forEach((name, value) -> {
            if (OWN.contains(name.toString().split("\\.", -1)[0])
                    && !name.toString().startsWith("pulls.")) {
                settings.computeIfPresent(
                        name.toString(), (key, setting) -> new Setting(setting.type(), Optional.of(value.toString())));
            }
        });
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
