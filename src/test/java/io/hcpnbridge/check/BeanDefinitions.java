package io.hcpnbridge.check;

import io.hcpnbridge.BridgeApplication;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The adapter as it is put together, and nothing of it made beyond what checks it.
 *
 * @param defaults its {@code application.yaml}
 */
record BeanDefinitions(ConfigurableListableBeanFactory beans, List<PropertySource<?>> defaults) {
    /** @param settings with which it would start */
    static BeanDefinitions read(Map<String, Object> settings) {
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
