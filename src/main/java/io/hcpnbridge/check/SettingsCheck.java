package io.hcpnbridge.check;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.route.BrokenRoutesException;
import io.hcpnbridge.route.RouteFiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Looks at all settings before anything of the adapter is made: names that nobody reads, values that cannot be, what is missing.
 * Everything is said at once.
 */
final class SettingsCheck implements BeanFactoryPostProcessor, Ordered {
    private static final String OWN = "io.hcpnbridge.";
    private static final String SPRING = "org.springframework.boot.";

    private final ConfigurableEnvironment environment;

    SettingsCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var faults = new Faults();
        var names = new SettingNames();
        var binding = new SettingsBinding(environment, faults);
        forGroups(beans, OWN, names::add);
        placeholders(beans).forEach(names::add);
        new UnknownSettings(names).check(environment, faults);
        forGroups(beans, OWN, binding::bind);
        forGroups(beans, SPRING, binding::tryOut);
        for (var name : beans.getBeanNamesForType(SettingsRule.class, false, false)) {
            rule(beans, name).ifPresent(rule -> rule.check(binding, faults));
        }
        faults.throwAny();
    }

    /** Before the files are looked at: settings say where they are. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private static void forGroups(
            ConfigurableListableBeanFactory beans, String packages, BiConsumer<String, Class<?>> use) {
        Arrays.stream(beans.getBeanDefinitionNames())
                .map(beans::getBeanDefinition)
                .filter(bean -> bean.getFactoryMethodName() == null
                        && bean.getBeanClassName() != null
                        && bean.getBeanClassName().startsWith(packages))
                .map(bean -> ClassUtils.resolveClassName(bean.getBeanClassName(), beans.getBeanClassLoader()))
                .distinct()
                .forEach(type -> {
                    var group = AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class);
                    if (group != null) {
                        use.accept(group.prefix(), type);
                    }
                });
    }

    /** What routes read, also those of the integration engineer's own. Broken ones are told when files are looked at. */
    private static Stream<String> placeholders(ConfigurableListableBeanFactory beans) {
        try {
            return beans.getBean(RouteFiles.class).placeholders().stream();
        } catch (BeanCreationException | BrokenRoutesException e) {
            return Stream.empty();
        }
    }

    /** Empty if it is about mappings that are broken: they are told when files are looked at. */
    private static Optional<SettingsRule> rule(ConfigurableListableBeanFactory beans, String name) {
        try {
            return Optional.of(beans.getBean(name, SettingsRule.class));
        } catch (BeanCreationException e) {
            if (e.contains(MappingException.class)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
