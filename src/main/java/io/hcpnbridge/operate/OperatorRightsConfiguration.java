package io.hcpnbridge.operate;

import io.hawt.jmx.JMXSecurityMBean;
import io.hcpnbridge.config.InvalidConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jolokia.server.core.restrictor.policy.PolicyRestrictor;
import org.jolokia.server.core.service.api.Restrictor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Registers {@link OperatorRights} where Hawtio looks for them, over the policy that Jolokia uses. */
@Configuration(proxyBeanMethods = false)
class OperatorRightsConfiguration {
    private static final String POLICY = "management.endpoint.jolokia.config.policyLocation";

    /** The policy; without one Jolokia would open all of JMX, so a missing one stops the start. */
    @Bean
    Restrictor operatorPolicy(@Value("${" + POLICY + ":#{null}}") Resource policy) {
        if (policy == null) {
            throw new InvalidConfigurationException(POLICY, "is missing; set it to classpath:/jolokia-access.xml");
        }
        try (InputStream xml = policy.getInputStream()) {
            return new PolicyRestrictor(xml);
        } catch (IOException | SecurityException e) {
            throw new InvalidConfigurationException(POLICY, "cannot be read: " + e.getMessage());
        }
    }

    @Bean
    Registration operatorRights(Restrictor policy) throws JMException {
        return new Registration(policy);
    }

    /** The name of the MBean that answers what an operator may do. */
    static final String MBEAN = "io.hcpnbridge:type=security,area=jmx,name=OperatorRights";

    /** The MBean's time in the platform's MBean server: as long as the application runs. */
    static final class Registration implements DisposableBean {
        private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        private final ObjectName name = new ObjectName(MBEAN);

        Registration(Restrictor policy) throws JMException {
            unregister();
            server.registerMBean(new StandardMBean(new OperatorRights(policy, server), JMXSecurityMBean.class), name);
        }

        @Override
        public void destroy() throws JMException {
            unregister();
        }

        private void unregister() throws JMException {
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
        }
    }
}
