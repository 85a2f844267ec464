package io.hcpnbridge.pull;

import io.hcpnbridge.config.LeftOutOfCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Quartz keeps its schedules in the ledger's database: of several replicas one fires. Job data are properties, never objects. */
@Configuration(proxyBeanMethods = false)
class ClusteredScheduleConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ClusteredScheduleConfiguration.class);
    private static final String STORE = "org.quartz.jobStore.";

    @Bean
    @LeftOutOfCheck
    ComponentCustomizer clusteredSchedules(DataSource ledger) {
        var source = "ledger-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(source, new LedgerConnections(ledger));
        return ComponentCustomizer.forType(QuartzComponent.class, quartz -> quartz.setProperties(properties(source)));
    }

    /** Nothing fires any more while the routes stop: a firing that finds no route would be lost to the other replicas. */
    @Bean
    QuietSchedules quietSchedules(ObjectProvider<CamelContext> camel) {
        return new QuietSchedules(camel);
    }

    /** Comes before the routes are stopped. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    record QuietSchedules(ObjectProvider<CamelContext> camel) implements ApplicationListener<ContextClosedEvent> {
        @Override
        public void onApplicationEvent(ContextClosedEvent closing) {
            var component = camel.getObject().hasComponent("quartz");
            if (component instanceof QuartzComponent quartz && quartz.getScheduler() != null) {
                standBy(quartz.getScheduler());
            }
        }

        private static void standBy(Scheduler scheduler) {
            try {
                scheduler.standby();
            } catch (SchedulerException e) {
                LOG.debug("Quartz goes on firing until it is stopped", e);
            }
        }
    }

    private static Map<String, Object> properties(String source) {
        return Map.ofEntries(
                Map.entry("org.quartz.scheduler.instanceName", "schedules"),
                Map.entry("org.quartz.scheduler.instanceId", "AUTO"),
                Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
                Map.entry("org.quartz.threadPool.threadCount", "3"),
                Map.entry(STORE + "class", JobStoreTX.class.getName()),
                Map.entry(STORE + "driverDelegateClass", PostgreSQLDelegate.class.getName()),
                Map.entry(STORE + "dataSource", source),
                Map.entry(STORE + "tablePrefix", "quartz_"),
                Map.entry(STORE + "useProperties", "true"),
                Map.entry(STORE + "isClustered", "true"),
                Map.entry(STORE + "clusterCheckinInterval", "5000"),
                Map.entry(STORE + "misfireThreshold", "15000"));
    }

    /** The adapter's own pool; it opens and closes with the adapter, not with Quartz. */
    private record LedgerConnections(DataSource ledger) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return ledger.getConnection();
        }

        @Override
        public void initialize() {
            // The pool is there already.
        }

        @Override
        public void shutdown() {
            // The pool is closed by its owner.
        }
    }
}
