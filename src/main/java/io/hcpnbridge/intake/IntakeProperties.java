package io.hcpnbridge.intake;

import io.hcpnbridge.config.InvalidConfigurationException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How batches are taken in ({@code bridge.intake.*}).
 *
 * @param maxProblems that a refusal names; of the others it says how many there are
 */
@ConfigurationProperties("bridge.intake")
public record IntakeProperties(@DefaultValue("1000") int maxProblems) {
    public IntakeProperties {
        if (maxProblems < 1) {
            throw new InvalidConfigurationException("bridge.intake.max-problems", "must be at least 1");
        }
    }
}
