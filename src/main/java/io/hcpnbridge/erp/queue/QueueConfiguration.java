package io.hcpnbridge.erp.queue;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.secret.SecretRule;
import io.hcpnbridge.secret.SecretSetting;
import io.hcpnbridge.secret.SecretWatch;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.util.StringUtils;

/** Connections to the broker, made when a route first needs them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArtemisProperties.class)
class QueueConfiguration {
    /** With room for headers less than the 490 KiB that a broker's journal takes as one record (journal-buffer-size). */
    private static final int JOURNAL_RECORD = 400 * 1024;

    @Bean
    static SettingsRule brokerRule() {
        return (settings, faults) -> settings.group(QueueProperties.class)
                .ifPresent(queues -> faults.keep(() -> passwordSetting(
                                settings.value("spring.artemis.password", String.class)
                                        .orElse(null),
                                queues)
                        .read()));
    }

    /** Null if there is none. */
    @Bean
    Current<Secret> brokerPassword(ArtemisProperties broker, QueueProperties queues, SecretWatch secrets) {
        return secrets.keep(passwordSetting(broker.getPassword(), queues));
    }

    private static SecretSetting passwordSetting(String password, QueueProperties queues) {
        var given = password == null ? null : Secret.of(password);
        return new SecretSetting(
                "spring.artemis.password", given, "erp.queue.password-file", queues.passwordFile(), SecretRule.LINE);
    }

    /** For taking in: no message waits inside the adapter, so that its deliveries are counted and replicas share evenly. */
    @Bean
    ConnectionFactory erpRequestConnections(ArtemisProperties broker, Current<Secret> brokerPassword) {
        var connections = connections(broker, brokerPassword);
        connections.setConsumerWindowSize(0);
        return connections;
    }

    /**
     * For replies: a full queue is an error, it does not hold up the replies to others. As long as a reply fits the broker's journal it is
     * not sent as a large message: a broker whose disc is full may acknowledge those and keep them without their content.
     */
    @Bean
    ConnectionFactory erpReplyConnections(ArtemisProperties broker, Current<Secret> brokerPassword) {
        var connections = connections(broker, brokerPassword);
        connections.setProducerWindowSize(-1);
        connections.setMinLargeMessageSize(JOURNAL_RECORD);
        return new CachingConnectionFactory(connections);
    }

    /** Object messages are never read; should one be, no class is let in (CVE-2026-43866). */
    private static ActiveMQConnectionFactory connections(ArtemisProperties broker, Current<Secret> password) {
        var url = StringUtils.hasText(broker.getBrokerUrl()) ? broker.getBrokerUrl() : "tcp://localhost:61616";
        try {
            var connections = new BrokerConnections(url, broker.getUser(), password);
            connections.setDeserializationDenyList("*");
            return connections;
        } catch (RuntimeException e) {
            throw new InvalidConfigurationException(
                    "spring.artemis.broker-url",
                    "must be the broker's address, such as tcp://broker.example.org:61616");
        }
    }
}
