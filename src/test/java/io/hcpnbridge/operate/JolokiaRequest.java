package io.hcpnbridge.operate;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jolokia requests as JSON, and the MBeans they are about; everything with single quotes for double ones. */
final class JolokiaRequest {
    static final String CONTEXT = "org.apache.camel:context=hcpn-erp-bridge,type=context,name='hcpn-erp-bridge'";
    static final String ROUTE = "org.apache.camel:context=hcpn-erp-bridge,type=routes,name='weigh-parcel'";
    static final String HOTSPOT = "com.sun.management:type=HotSpotDiagnostic";
    static final String RIGHTS = "io.hcpnbridge:type=security,area=jmx,name=OperatorRights";

    private JolokiaRequest() {}

    static String exec(String mbean, String operation, String... arguments) {
        String quoted = Stream.of(arguments)
                .map(argument -> "'" + escaped(argument) + "'")
                .collect(Collectors.joining(","));
        return execRaw(mbean, operation, "[" + quoted + "]");
    }

    /** With arguments that are JSON already. */
    static String execRaw(String mbean, String operation, String arguments) {
        return "{'type':'exec','mbean':'" + escaped(mbean) + "','operation':'" + operation + "','arguments':"
                + arguments + "}";
    }

    /** All attributes. */
    static String read(String mbean) {
        return "{'type':'read','mbean':'" + escaped(mbean) + "','config':{'ignoreErrors':true}}";
    }

    static String read(String mbean, String attribute) {
        return "{'type':'read','mbean':'" + escaped(mbean) + "','attribute':'" + attribute + "'}";
    }

    static String write(String mbean, String attribute, String value) {
        return "{'type':'write','mbean':'" + escaped(mbean) + "','attribute':'" + attribute + "','value':'" + value
                + "'}";
    }

    /** A name inside a JSON text. */
    static String escaped(String text) {
        return text.replace("'", "\\\"");
    }
}
