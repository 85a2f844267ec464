package io.hcpnbridge.erp.queue;

import io.hcpnbridge.config.InvalidConfigurationException;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /** For taking in: no message waits inside the adapter, so that its deliveries are counted and replicas share evenly. */
    @Bean
    ConnectionFactory erpRequestConnections(ArtemisProperties broker, QueueProperties queues) {
        var connections = connections(broker, queues);
        connections.setConsumerWindowSize(0);
        return connections;
    }

    /** For replies: a full queue is an error, it does not hold up the replies to others. */
    @Bean
    ConnectionFactory erpReplyConnections(ArtemisProperties broker, QueueProperties queues) {
        var connections = connections(broker, queues);
        connections.setProducerWindowSize(-1);
        return new CachingConnectionFactory(connections);
    }

    /** Object messages are never read; should one be, no class is let in (CVE-2026-43866). */
    private static ActiveMQConnectionFactory connections(ArtemisProperties broker, QueueProperties queues) {
        var url = StringUtils.hasText(broker.getBrokerUrl()) ? broker.getBrokerUrl() : "tcp://localhost:61616";
        try {
            var connections = new ActiveMQConnectionFactory(url, broker.getUser(), password(broker, queues));
            connections.setDeserializationDenyList("*");
            return connections;
        } catch (InvalidConfigurationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidConfigurationException(
                    "spring.artemis.broker-url",
                    "must be the broker's address, such as tcp://broker.example.org:61616");
        }
    }

    private static String password(ArtemisProperties broker, QueueProperties queues) {
        if (queues.passwordFile() == null) {
            return broker.getPassword();
        }
        if (StringUtils.hasText(broker.getPassword())) {
            throw new InvalidConfigurationException(
                    "erp.queue.password-file", "is set together with spring.artemis.password; keep one");
        }
        return read(queues.passwordFile());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    "erp.queue.password-file", "names " + file + ", which cannot be read");
        }
    }
}
