package io.hcpnbridge.operate;

import static io.hcpnbridge.operate.JolokiaRequest.CONTEXT;
import static io.hcpnbridge.operate.JolokiaRequest.HOTSPOT;
import static io.hcpnbridge.operate.JolokiaRequest.RIGHTS;
import static io.hcpnbridge.operate.JolokiaRequest.ROUTE;
import static io.hcpnbridge.operate.JolokiaRequest.escaped;
import static io.hcpnbridge.operate.JolokiaRequest.exec;
import static io.hcpnbridge.operate.JolokiaRequest.execRaw;
import static io.hcpnbridge.operate.JolokiaRequest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the logged-in operator gets and does not get through Jolokia, over HTTP. */
class JolokiaAccessTest {

    private static RunningConsole console;
    private static OperatorClient operator;

    @BeforeAll
    static void start() throws Exception {
        console = RunningConsole.over(RunningConsole.PARCELS);
        operator = OperatorClient.loggedInTo(console);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    static Stream<Arguments> attacks() {
        return KnownAttacks.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void theOperatorMayNot(String attack, String request) throws Exception {
        JsonNode answer = operator.jolokia(request);
        assertThat(answer.path("status").asInt()).as("%s: %s", attack, answer).isNotEqualTo(200);
        assertThat(answer.has("value")).as("%s: %s", attack, answer).isFalse();
        assertThat(answer.has("stacktrace")).isFalse();
    }

    @Test
    void theRefusalsComeFromThePolicyAndNotFromATypo() throws Exception {
        for (Arguments attack : attacks().limit(12).toList()) {
            assertThat(operator.jolokia((String) attack.get()[1]).path("error").asText())
                    .as("%s", attack.get()[0])
                    .containsIgnoringCase("forbidden");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/jolokia/version",
                "/actuator/jolokia?p=version",
                "/actuator/hawtio/jolokia/exec/org.apache.camel:context=hcpn-erp-bridge,type=routes,name=%22x%22/stop()",
                "/actuator/hawtio/jolokia/read/java.lang:type=Memory",
                "/actuator/hawtio/jolokia?p=read/java.lang:type=Memory"
            })
    void aLinkCannotCarryARequest(String path) throws Exception {
        assertThat(operator.get(path).statusCode()).isEqualTo(403);
    }

    static Stream<String> needs() {
        return Stream.of(
                "{'type':'version'}",
                "{'type':'list','config':{'listCache':true,'maxDepth':9}}",
                "{'type':'search','mbean':'*:type=security,area=jmx,*'}",
                read("hawtio:type=Registry", "UpdateCounter"),
                read("hawtio:type=TreeWatcher", "Counter"),
                exec(
                        "io.hcpnbridge:type=security,area=jmx,name=OperatorRights",
                        "canInvoke(java.lang.String)",
                        CONTEXT),
                read(CONTEXT, "CamelVersion"),
                read(CONTEXT),
                exec(CONTEXT, "dumpRoutesAsXml()"),
                execRaw(CONTEXT, "dumpRoutesStatsAsXml", "[true,true]"),
                read(ROUTE),
                read(ROUTE, "ExchangesTotal"),
                exec(ROUTE, "isUpdateRouteEnabled()"),
                read("org.apache.camel:context=hcpn-erp-bridge,type=processors,name='load-van'"),
                read("org.apache.camel:context=hcpn-erp-bridge,type=endpoints,*", "EndpointUri"),
                exec(
                        "org.apache.camel:context=hcpn-erp-bridge,type=services,name=DefaultInflightRepository",
                        "browse()"),
                read("java.lang:type=Runtime", "Uptime"),
                read("java.lang:type=Memory", "HeapMemoryUsage"),
                read("java.lang:type=Threading", "ThreadCount"),
                read("java.lang:type=OperatingSystem", "SystemLoadAverage"));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void hawtioGetsWhatItShows(String request) throws Exception {
        JsonNode answer = operator.jolokia(request);
        assertThat(answer.path("status").asInt()).as("%s", answer).isEqualTo(200);
    }

    @Test
    void theOperatorHoldsASingleRouteAndLetsItGoOn() throws Exception {
        for (var step : List.of(List.of("suspend()", "Suspended"), List.of("resume()", "Started"))) {
            assertThat(operator.jolokia(exec(ROUTE, step.get(0))).path("status").asInt())
                    .isEqualTo(200);
            assertThat(operator.jolokia(read(ROUTE, "State")).path("value").asText())
                    .isEqualTo(step.get(1));
        }
        for (var step : List.of(List.of("stop()", "Stopped"), List.of("start()", "Started"))) {
            assertThat(operator.jolokia(exec(ROUTE, step.get(0))).path("status").asInt())
                    .isEqualTo(200);
            assertThat(operator.jolokia(read(ROUTE, "State")).path("value").asText())
                    .isEqualTo(step.get(1));
        }
    }

    @Test
    void noOtherHostIsCalled() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            other.setSoTimeout(300);
            operator.jolokia("{'type':'read','mbean':'java.lang:type=Memory','attribute':'Verbose','target':"
                    + "{'url':'service:jmx:rmi:///jndi/ldap://127.0.0.1:" + other.getLocalPort() + "/x'}}");
            operator.get("/actuator/hawtio/proxy/127.0.0.1/" + other.getLocalPort() + "/");
            assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void readingAllOfTheRuntimeGivesOnlyWhatIsAllowed() throws Exception {
        JsonNode runtime = operator.jolokia(read("java.lang:type=Runtime")).path("value");
        assertThat(runtime.path("Uptime").isNumber()).isTrue();
        assertThat(runtime.path("SystemProperties").path("error").asText()).contains("forbidden");
        assertThat(runtime.path("InputArguments").path("error").asText()).contains("forbidden");
    }

    @Test
    void readingEverythingShowsNoPassword() throws Exception {
        var seen = operator.jolokia(read("*:*")).toString()
                + operator.jolokia("{'type':'list'}")
                + operator.jolokia("{'type':'search','mbean':'*:*'}")
                + operator.jolokia(exec(CONTEXT, "dumpRoutesAsXml()"))
                + operator.jolokia(execRaw(CONTEXT, "dumpRoutesStatsAsXml", "[true,true]"));
        assertThat(seen).contains("sftp://127.0.0.1:1/letters").contains("take-parcels");
        assertThat(seen).doesNotContain("canary-a81f3c").doesNotContain(RunningConsole.PASSWORD);
    }

    @Test
    void hawtioIsToldWhichButtonsToGreyOut() throws Exception {
        String asked =
                execRaw(RIGHTS, "canInvoke(java.util.Map)", "[{'" + escaped(ROUTE) + "':['stop()','remove()']}]");
        JsonNode answers = operator.jolokia(asked).path("value").path(ROUTE.replace('\'', '"'));
        assertThat(answers.path("stop()").path("CanInvoke").asBoolean()).isTrue();
        assertThat(answers.path("remove()").path("CanInvoke").asBoolean(true)).isFalse();
        assertThat(operator.jolokia(exec(RIGHTS, "canInvoke(java.lang.String)", HOTSPOT))
                        .path("value")
                        .asBoolean(true))
                .isFalse();
        assertThat(operator.jolokia(exec(RIGHTS, "canInvoke(java.lang.String)", CONTEXT))
                        .path("value")
                        .asBoolean())
                .isTrue();
    }
}
