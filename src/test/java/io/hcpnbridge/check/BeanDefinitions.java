package io.hcpnbridge.check;

import io.hcpnbridge.BridgeApplication;
import io.hcpnbridge.config.InvalidConfigurationException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The adapter as it is put together, and nothing of it made beyond what checks it.
 *
 * @param defaults its {@code application.yaml}
 */
public record BeanDefinitions(ConfigurableListableBeanFactory beans, List<PropertySource<?>> defaults) {
    /** @param settings with which it would start */
    public static BeanDefinitions read(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", settings));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        var context = new Unmade();
        context.setEnvironment(environment);
        context.register(BridgeApplication.class);
        context.refresh();
        var defaults = environment.getPropertySources().stream()
                .filter(OriginTrackedMapPropertySource.class::isInstance)
                .<PropertySource<?>>map(source -> source)
                .toList();
        return new BeanDefinitions(context.getBeanFactory(), defaults);
    }

    /** What is wrong with these settings, over the defaults; each by itself. */
    public List<String> faults(ConfigurableEnvironment environment) {
        defaults.forEach(environment.getPropertySources()::addLast);
        try {
            new SettingsCheck(environment).postProcessBeanFactory(beans);
            return List.of();
        } catch (InvalidConfigurationException e) {
            return e.getMessage().lines().toList();
        }
    }

    /** Ends where anything but what checks it would be made. */
    private static final class Unmade extends AnnotationConfigApplicationContext {
        @Override
        protected void registerBeanPostProcessors(ConfigurableListableBeanFactory beans) {}

        @Override
        protected void finishBeanFactoryInitialization(ConfigurableListableBeanFactory beans) {}

        @Override
        protected void finishRefresh() {}
    }
}
