package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.partner.Verdict;
import java.net.SocketException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.debugger.BacklogTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

/** The routes that ship, against a server that is both IAM and partner API and keeps every byte. */
@ExtendWith(OutputCaptureExtension.class)
class CustomerCredentialRouteTest {
    private static final PartnerRequest RENEW = Requests.renew(Envelope.NEW, "c9");

    private final ScriptedServer server = new ScriptedServer();
    private CallBench bench;

    @BeforeEach
    void answerEverything() {
        server.script(connection -> answer(last()).answer(connection));
    }

    @AfterEach
    void stop() {
        bench.close();
        server.close();
    }

    @Test
    void temporaryKeysAreAskedForFieldByFieldAndSignTheCall() {
        bench = byKeys();

        Judgement judgement = bench.judgement(RENEW);

        assertThat(judgement.verdict()).as("%s", judgement).isEqualTo(Verdict.SUCCESS);
        assertThat(requestLines())
                .containsExactly(
                        "POST /v3.0/OS-CREDENTIAL/securitytokens HTTP/1.1",
                        "POST /v2/orders/subscriptions/resources/renew HTTP/1.1");
        ArrivedRequest question = arrived(0);
        assertThat(question.headers().keySet())
                .containsExactlyInAnyOrder(
                        "Host",
                        "X-Sdk-Date",
                        "Authorization",
                        "Content-Type",
                        "Content-Length",
                        "User-Agent",
                        "Connection");
        assertThat(question.headers().get("Authorization"))
                .isEqualTo(question.officialSignature("ak-canary-partner", "sk-canary-partner"));
        assertThat(json(question))
                .isEqualTo(
                        ExactJson.read(
                                """
                        {"auth":{"identity":{"methods":["assume_role"],
                         "assume_role":{"domain_id":"c9","agency_name":"ACME_ERP","duration_seconds":7200}}}}"""));
        ArrivedRequest call = arrived(1);
        assertThat(call.headers()).containsEntry("X-Security-Token", "st-canary");
        assertThat(call.headers().get("Authorization"))
                .isEqualTo(call.officialSignature("ak-canary-temporary", "sk-canary-temporary"));
        assertThat(bench.ledger().attempts()).as("only the call is an attempt").isOne();
    }

    @Test
    void tokensAreAskedForWithPasswordThenWithTheirTokenAndGoWithTheCall() {
        bench = byToken();

        assertThat(bench.judgement(inProject("p-1")).verdict()).isEqualTo(Verdict.SUCCESS);
        assertThat(bench.judgement(RENEW).verdict()).isEqualTo(Verdict.SUCCESS);

        assertThat(requestLines())
                .containsExactly(
                        "POST /v3/auth/tokens?nocatalog=true HTTP/1.1",
                        "POST /v3/auth/tokens?nocatalog=true HTTP/1.1",
                        "POST /v2/orders/subscriptions/resources/renew HTTP/1.1",
                        "POST /v3/auth/tokens?nocatalog=true HTTP/1.1",
                        "POST /v2/orders/subscriptions/resources/renew HTTP/1.1");
        assertThat(arrived(0).headers()).doesNotContainKeys("Authorization", "X-Auth-Token", "X-Sdk-Date");
        assertThat(json(arrived(0)))
                .isEqualTo(
                        ExactJson.read(
                                """
                        {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"api",
                         "password":"password canary","domain":{"name":"acme-corp"}}}},
                         "scope":{"domain":{"name":"acme-corp"}}}}"""));
        assertThat(arrived(1).headers()).containsEntry("X-Auth-Token", "partner-token-canary");
        assertThat(json(arrived(1)).at("/auth/identity/assume_role").toString())
                .isEqualTo("{\"domain_id\":\"c9\",\"agency_name\":\"ACME_ERP\"}");
        assertThat(json(arrived(1)).at("/auth/scope").toString()).isEqualTo("{\"project\":{\"id\":\"p-1\"}}");
        assertThat(json(arrived(3)).at("/auth/scope").toString()).isEqualTo("{\"domain\":{\"id\":\"c9\"}}");
        assertThat(arrived(2).headers())
                .containsEntry("X-Auth-Token", "customer-token-canary")
                .doesNotContainKeys("Authorization", "X-Sdk-Date");
    }

    @Test
    void noSecretShowsInTracesLogsOrOnTheExchange(CapturedOutput output) throws Exception {
        for (CallBench each : List.of(byKeys(), byToken())) {
            bench = each;
            BacklogTracer tracer = bench.camel().getCamelContextExtension().getContextPlugin(BacklogTracer.class);
            tracer.setIncludeExchangeProperties(true);
            tracer.clear();

            Exchange exchange = bench.call(RENEW, Map.of());

            String traced = tracer.dumpAllTracedMessagesAsXml();
            assertThat(traced).contains("send-question", "judge-iam-answer", "SealedBody[", "SealedAnswer[");
            assertThat(Stream.of(
                            traced,
                            output.getAll(),
                            exchange.getAllProperties().toString(),
                            exchange.getMessage().getHeaders().toString()))
                    .allSatisfy(
                            text -> assertThat(text).doesNotContain("canary").doesNotContain("Signature="));
            assertThat(exchange.getAllProperties()).doesNotContainKey("iamWish");
            assertThat(PartnerCall.of(exchange).credential()).isEmpty();
            assertThat(PartnerCall.of(exchange).sealed()).isNull();
            bench.close();
        }
    }

    @Test
    void aBrokenConnectionToTheLedgerIsNotJudgedAsIams() {
        bench = byKeys();
        RuntimeException gone = new DataAccessResourceFailureException(
                "ledger gone", new SQLException("I/O error", new SocketException("Connection reset")));
        bench.slots().failWith(gone);

        Exchange exchange = bench.call(RENEW, Map.of());

        assertThat(exchange.getException()).isSameAs(gone);
        assertThat(PartnerCall.of(exchange).judgement()).isEqualTo(Judgement.missing());
    }

    @Test
    void anEchoOfWhatIamWasToldIsNotHandedOn() {
        bench = byToken();
        server.script(ScriptedServer.reply(
                401, "{\"error\":{\"code\":401,\"message\":\"wrong: password canary\",\"title\":\"U\"}}"));

        Judgement judgement = bench.judgement(RENEW);

        assertThat(judgement.code()).isEqualTo("IAM.401");
        assertThat(judgement.text().en()).contains("wrong: ***").doesNotContain("canary");
        assertThat(judgement.outcomeKnown()).isTrue();
        assertThat(bench.ledger().attempts()).isZero();
    }

    @Test
    void iamsRedirectIsNotFollowedAndItsHalfAnswersAreNoCredential() {
        bench = byKeys();
        server.script(ScriptedServer.reply(307, "", "Location: http://" + server.address() + "/elsewhere"));
        assertThat(bench.judgement(RENEW).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(server.requests()).hasSize(1);

        server.script(ScriptedServer.reply(201, "{\"credential\":{\"access\":\"a\",\"secret\":\"b\"}}"));
        assertThat(bench.judgement(RENEW).code()).isEqualTo("BRIDGE.MALFORMED_RESPONSE");
        server.script(ScriptedServer.reply(
                201, credential("a", "b", "token with a blank", Instant.now().plusSeconds(900))));
        assertThat(bench.judgement(RENEW).code()).isEqualTo("BRIDGE.MALFORMED_RESPONSE");
        server.script(ScriptedServer.raw("HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n{"));
        assertThat(bench.judgement(RENEW).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(bench.ledger().attempts()).isZero();
    }

    private ScriptedServer.Script answer(String request) {
        String in24Hours = Instant.now().plusSeconds(86_400).toString();
        if (request.startsWith("POST /v3.0/")) {
            return ScriptedServer.reply(
                    201,
                    credential(
                            "ak-canary-temporary",
                            "sk-canary-temporary",
                            "st-canary",
                            Instant.now().plusSeconds(7_200)));
        }
        if (request.startsWith("POST /v3/")) {
            String token = request.contains("assume_role") ? "customer-token-canary" : "partner-token-canary";
            return ScriptedServer.reply(
                    201, "{\"token\":{\"expires_at\":\"" + in24Hours + "\"}}", "X-Subject-Token: " + token);
        }
        return ScriptedServer.reply(200, "{\"order_ids\":[\"CS1\"]}");
    }

    private static String credential(String access, String secret, String token, Instant expires) {
        return ("{\"credential\":{\"access\":\"%s\",\"secret\":\"%s\",\"securitytoken\":\"%s\",\"expires_at\":\"%s\"}}")
                .formatted(access, secret, token, expires);
    }

    private CallBench byKeys() {
        return new CallBench(
                "http://" + server.address(),
                "partner.tenants.acme.platform-id=ACME_ERP",
                "partner.temporary-keys-duration=2h",
                "camel.trace.enabled=true");
    }

    private CallBench byToken() {
        return new CallBench(
                "http://" + server.address(),
                "partner.tenants.acme.platform-id=ACME_ERP",
                "partner.tenants.acme.customer-access=token",
                "partner.tenants.acme.iam-domain-name=acme-corp",
                "partner.tenants.acme.iam-user=api",
                "partner.tenants.acme.iam-password=password canary",
                "camel.trace.enabled=true");
    }

    private static PartnerRequest inProject(String project) {
        return new PartnerRequest(
                RENEW.api(),
                RENEW.method(),
                RENEW.path(),
                RENEW.query(),
                RENEW.headers(),
                RENEW.body(),
                RENEW.envelope(),
                RENEW.payload(),
                Effect.WRITE,
                false,
                Caller.CUSTOMER,
                "c9",
                project,
                RENEW.known());
    }

    private String last() {
        List<String> all = server.requests();
        return all.get(all.size() - 1);
    }

    private List<String> requestLines() {
        return server.requests().stream()
                .map(text -> new ArrivedRequest(text).requestLine())
                .toList();
    }

    private ArrivedRequest arrived(int number) {
        return new ArrivedRequest(server.requests().get(number));
    }

    private static JsonNode json(ArrivedRequest request) {
        return ExactJson.read(request.body());
    }
}
