package io.hcpnbridge.check;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * With {@code bridge.check} everything is made as for a start, and nothing is begun: no port, no migration, no route. The
 * database, the broker and the ERP's server are asked for connections by what is begun only.
 */
public final class CheckMode implements EnvironmentPostProcessor, Ordered {
    private static final String SETTING = "bridge.check";

    private static final Map<String, Object> NOTHING_BEGINS = Map.ofEntries(
            Map.entry(SETTING, "true"),
            Map.entry("spring.main.web-application-type", "none"),
            Map.entry("spring.main.keep-alive", "false"),
            Map.entry("spring.main.log-startup-info", "false"),
            Map.entry("spring.flyway.enabled", "false"),
            Map.entry("camel.main.auto-startup", "false"),
            Map.entry("camel.main.main-run-controller", "false"),
            Map.entry("logging.level.root", "WARN"),
            Map.entry("logging.level.io.hcpnbridge.check", "INFO"));

    /** Whether the adapter only checks itself. */
    public static boolean isOn(Environment environment) {
        return "true".equals(environment.getProperty(SETTING));
    }

    /** @throws InvalidConfigurationException if it is neither true nor false; a flag without a value is true */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        switch (environment.getProperty(SETTING, "false")) {
            case "true", "" ->
                environment.getPropertySources().addFirst(new MapPropertySource("check", NOTHING_BEGINS));
            case "false" -> {}
            default -> throw new InvalidConfigurationException(SETTING, "must be true or false");
        }
    }

    /** After the files of settings. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
