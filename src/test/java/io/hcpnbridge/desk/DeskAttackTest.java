package io.hcpnbridge.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.operate.MachineClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody does at the desk, or sees there, what is not theirs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskAttackTest {
    private static final String CREATE = "customers.create";
    private static final String PHONE = "13899990001";
    private static final String CODE = "918273";
    private static final String ACCOUNT = "canary_account_7";
    private static final String BOUND_USER = "canary_user_7";
    private static final Pattern PAGE_TOKEN =
            Pattern.compile("\"X-XSRF-TOKEN\":\"([^\"]+)\"|X-XSRF-TOKEN&#34;:&#34;([^&]+)");
    private static final String REASON = "{\"reason\": \"mine\"}";

    private RunningBridge bridge;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> surroundings
                .set("monitor.username", "mona")
                .set("monitor.password", "reads figures")
                .set("desk.logins.vera.role", "viewer")
                .set("desk.logins.vera.password", "only looks around")
                .set("desk.logins.otto.role", "operator")
                .set("desk.logins.otto.password", "keeps it going"));
        drop(
                "canary.xml",
                Map.of(
                        "document",
                        "C-1",
                        "platformUserId",
                        "C-1",
                        "accountName",
                        ACCOUNT,
                        "mobilePhone",
                        PHONE,
                        "verificationCode",
                        CODE));
        bridge.ledger()
                .sql(
                        "insert into binding_notice (tenant, digest, content, action, customer_id, account, user_id) values ('acme', 'd', '{}', 1, 'C-1', ?, ?)")
                .params(ACCOUNT, BOUND_USER)
                .update();
        drop("other.xml", Map.of("document", "C-2", "platformUserId", "C-2"));
    }

    @AfterAll
    void stop() {
        if (bridge != null) {
            bridge.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "wrong", "of another session"})
    void aForeignPageDoesNothingInAnOperatorsName(String token) throws Exception {
        var otto = new Browser("otto", "keeps it going");
        var other = new Browser("otto", "keeps it going");
        var headers = new ArrayList<String>(List.of("Content-Type", "application/json"));
        if (!token.equals("none")) {
            headers.addAll(List.of("X-XSRF-TOKEN", token.equals("wrong") ? "wrong" : other.token()));
        }

        assertThat(otto.post("/api/v1/pauses", REASON, headers).statusCode()).isEqualTo(403);
        assertThat(pauses()).isZero();
    }

    @Test
    void noOtherOriginPostsEvenWithTheToken() throws Exception {
        var otto = new Browser("otto", "keeps it going");

        assertThat(otto.post(
                                "/api/v1/pauses",
                                REASON,
                                List.of(
                                        "Content-Type",
                                        "application/json",
                                        "X-XSRF-TOKEN",
                                        otto.token(),
                                        "Origin",
                                        "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(pauses()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aFormOfAnyOtherKindDoesNothing(String type) throws Exception {
        var otto = new Browser("otto", "keeps it going");

        assertThat(otto.post("/api/v1/pauses", REASON, List.of("Content-Type", type, "X-XSRF-TOKEN", otto.token()))
                        .statusCode())
                .isEqualTo(415);
        assertThat(pauses()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/pauses",
                "/api/v1/record/doubt?tenant=acme&interfaceName=customers.create&document=C-1",
                "/api/v1/many"
            })
    void nothingIsDoneByALink(String deed) throws Exception {
        var otto = new Browser("otto", "keeps it going");
        otto.get(deed + (deed.contains("?") ? "&" : "?") + "reason=mine&verdict=REFUSED&_method=POST");

        assertThat(pauses()).isZero();
        assertThat(bridge.ledger()
                        .sql("select count(*) from audit")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"GET, overview", "GET, records?q=C-1", "GET, openapi", "POST, pauses", "POST, many"})
    void aMachineThatReadsFiguresReadsNothingElse(String method, String path) throws Exception {
        var answer = method.equals("GET")
                ? MachineClient.get(api(path), "mona", "reads figures")
                : MachineClient.post(api(path), "mona", "reads figures", REASON);

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aCallIsShownWithItsOwnDocumentOnly() throws Exception {
        long call = vera("record?" + key("C-1")).at("/calls/0/id").asLong();

        assertThat(MachineClient.get(api("record/calls/" + call + "?" + key("C-1")), "vera", "only looks around")
                        .statusCode())
                .isEqualTo(200);
        for (var stranger : List.of(
                key("C-2"), key("C-1").replace("acme", "other"), key("C-1").replace("create", "realname-apply"))) {
            assertThat(MachineClient.get(api("record/calls/" + call + "?" + stranger), "vera", "only looks around")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoMayOnlyLookSeesNothingThatTellsOfAPerson() throws Exception {
        var vera = new Browser("vera", "only looks around");
        long batch = bridge.ledger()
                .sql("select min(id) from batch")
                .query(Long.class)
                .single();
        var call = vera("record?" + key("C-1")).path("calls");
        var seen = new StringBuilder();
        for (var page : List.of(
                "/desk",
                "/desk/state",
                "/desk/day",
                "/desk/open",
                "/desk/records?q=C-1",
                "/desk/records/acme/" + CREATE + "/C-1",
                "/desk/record?" + key("C-1"),
                "/desk/batches/" + batch,
                "/desk/many?state=REFUSED",
                "/desk/many.csv?state=FAILED",
                "/desk/pulls",
                "/desk/pauses",
                "/desk/audit",
                "/api/v1/overview",
                "/api/v1/records?q=C-1",
                "/api/v1/records/open",
                "/api/v1/record?" + key("C-1"),
                "/api/v1/batches/" + batch,
                "/api/v1/deeds",
                "/api/v1/openapi")) {
            var answer = vera.get(page);
            assertThat(answer.statusCode()).as(page).isIn(200, 302);
            seen.append(answer.body());
        }
        for (var one : call) {
            var of = "/calls/" + one.path("id").asLong() + "?" + key("C-1");
            seen.append(vera.get("/desk/record" + of).body())
                    .append(vera.get("/api/v1/record" + of).body());
        }
        for (var page : List.of(
                "/api/v1/batches/" + batch + "/came",
                "/api/v1/batches/" + batch + "/went",
                "/api/v1/sign-on",
                "/api/v1/bindings?q=C-1",
                "/desk/sign-on")) {
            var answer = vera.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(403);
            seen.append(answer.body());
        }

        assertThat(seen.toString())
                .contains("C-1")
                .doesNotContain(PHONE, CODE, ACCOUNT, BOUND_USER)
                .doesNotContain(
                        bridge.surroundings().operatorPassword(),
                        "keeps it going",
                        "only looks around",
                        "reads figures");
        assertThat(new Browser("otto", "keeps it going")
                        .get("/desk/records/acme/" + CREATE + "/C-1")
                        .body())
                .as("who may act sees it")
                .contains(PHONE)
                .as("but for a code that can be used")
                .doesNotContain(CODE);
    }

    @Test
    void aThousandRequestsAtATimeAreAnsweredAndTheErpIsToo() throws Exception {
        var client = HttpClient.newHttpClient();
        var asked = IntStream.range(0, 1_000)
                .mapToObj(n -> client.sendAsync(
                        HttpRequest.newBuilder(api(n % 2 == 0 ? "overview" : "records?q=C-" + n))
                                .header(
                                        "Authorization",
                                        n % 10 == 9 ? "Basic Zm9vOmJhcg==" : basic("vera", "only looks around"))
                                .build(),
                        BodyHandlers.ofString()))
                .toList();
        drop("meanwhile.xml", Map.of("document", "C-3", "platformUserId", "C-3"));

        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .handle((all, broken) -> null)
                .join();

        var statuses = asked.stream()
                .filter(answer -> !answer.isCompletedExceptionally())
                .map(answer -> answer.join().statusCode())
                .toList();
        assertThat(statuses).hasSizeGreaterThan(500).allMatch(status -> List.of(200, 401, 429, 503)
                .contains(status));
        assertThat(MachineClient.get(bridge.bridge().console().resolve("/actuator/health/liveness"))
                        .statusCode())
                .isIn(200, 401);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private long pauses() {
        return bridge.ledger()
                .sql("select count(*) from work_pause")
                .query(Long.class)
                .single();
    }

    private JsonNode vera(String path) throws Exception {
        return ExactJson.read(
                MachineClient.get(api(path), "vera", "only looks around").body());
    }

    private URI api(String path) {
        return bridge.bridge().console().resolve("/api/v1/" + path);
    }

    private static String key(String document) {
        return "tenant=acme&interfaceName=" + CREATE + "&document=" + document;
    }

    private void drop(String file, Map<String, String> record) {
        bridge.erp().drop(CREATE, file, ErpFormat.of(CREATE).batch(file, List.of(record)));
        bridge.awaitAnswer(CREATE, file);
    }

    /** Keeps its cookies, as a browser does. */
    private final class Browser {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        Browser(String user, String password) throws Exception {
            var fields = "username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
            post("/login", fields, List.of("Content-Type", "application/x-www-form-urlencoded"));
            Awaitility.await().until(() -> get("/desk").statusCode() == 200);
        }

        String token() throws Exception {
            var token = PAGE_TOKEN.matcher(get("/desk").body());
            assertThat(token.find()).isTrue();
            return token.group(1) == null ? token.group(2) : token.group(1);
        }

        HttpResponse<String> get(String path) throws Exception {
            return client.send(
                    HttpRequest.newBuilder(bridge.bridge().console().resolve(path))
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String body, List<String> headers) throws Exception {
            var origin = bridge.bridge().console().resolve("/").toString().replaceAll("/$", "");
            var request = HttpRequest.newBuilder(bridge.bridge().console().resolve(path))
                    .POST(BodyPublishers.ofString(body));
            if (!headers.contains("Origin")) {
                request.header("Origin", origin);
            }
            request.headers(headers.toArray(String[]::new));
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
