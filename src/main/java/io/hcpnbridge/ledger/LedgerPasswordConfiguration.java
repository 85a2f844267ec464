package io.hcpnbridge.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.hcpnbridge.secret.SecretWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Lets the connection pool have its password from a file, before it opens its first connection. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ledger.password-file")
class LedgerPasswordConfiguration {
    @Bean
    LedgerPassword ledgerPassword(LedgerProperties ledger, Environment environment, SecretWatch secrets) {
        return new LedgerPassword(ledger, environment.getProperty("spring.datasource.password"), secrets);
    }

    @Bean
    static BeanPostProcessor ledgerPasswordInPool(ObjectProvider<LedgerPassword> password) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    password.getObject().follow(pool);
                }
                return bean;
            }
        };
    }
}
