package io.hcpnbridge.operate;

import io.hawt.jmx.JMXSecurityMBean;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import org.jolokia.server.core.service.api.Restrictor;

/**
 * Tells Hawtio what {@code jolokia-access.xml} allows, so that it greys out buttons that would be refused. It only tells:
 * Jolokia refuses by itself.
 */
final class OperatorRights implements JMXSecurityMBean {
    private final Restrictor policy;
    private final MBeanServer server;

    OperatorRights(Restrictor policy, MBeanServer server) {
        this.policy = policy;
        this.server = server;
    }

    /** Whether there is anything at this MBean that may be read or done. */
    @Override
    public boolean canInvoke(String name) throws JMException {
        ObjectName mbean = new ObjectName(name);
        MBeanInfo info = server.getMBeanInfo(mbean);
        return Stream.of(info.getAttributes())
                        .anyMatch(attribute -> policy.isAttributeReadAllowed(mbean, attribute.getName()))
                || Stream.of(info.getOperations())
                        .anyMatch(operation -> policy.isOperationAllowed(mbean, operation.getName() + "()"));
    }

    /** @param method an operation, with or without its signature */
    @Override
    public boolean canInvoke(String name, String method) throws JMException {
        return policy.isOperationAllowed(new ObjectName(name), method);
    }

    @Override
    public boolean canInvoke(String name, String method, String[] types) throws JMException {
        return canInvoke(name, method + "(" + String.join(",", types) + ")");
    }

    /** @param operations by MBean name: operations with their signatures */
    @Override
    public TabularData canInvoke(Map<String, List<String>> operations) throws JMException {
        TabularData answers = new TabularDataSupport(CAN_INVOKE_TABULAR_TYPE);
        for (var entry : operations.entrySet()) {
            for (String method : entry.getValue()) {
                answers.put(answer(entry.getKey(), method));
            }
        }
        return answers;
    }

    private CompositeDataSupport answer(String name, String method) throws JMException {
        Object[] row = {name, method, canInvoke(name, method)};
        try {
            return new CompositeDataSupport(CAN_INVOKE_RESULT_ROW_TYPE, CAN_INVOKE_RESULT_COLUMNS, row);
        } catch (OpenDataException e) {
            throw new IllegalStateException("Hawtio asks for another answer than this version knows", e);
        }
    }
}
