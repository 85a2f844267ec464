package io.hcpnbridge.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.operate.MachineClient;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.fault.Fault;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** What the desk shows and does, asked for by a program: same roles, same audit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskApiTest {
    private static final String CREATE = "customers.create";
    private static final String LIST = "orders.list";
    private static final String LAST_MONTH = YearMonth.from(Instant.now().atOffset(ZoneOffset.ofHours(8)))
            .minusMonths(1)
            .toString();
    private static final Fault DOWN = Fault.status(503, "{}");

    private RunningBridge bridge;

    @BeforeAll
    void start() {
        bridge = RunningBridge.start(surroundings -> surroundings
                .knowCustomer("c1")
                .set("work.tries", "1")
                .set("work.catch-up-cron", "* * * * * ?")
                .set("pulls.policies.enabled", "true")
                .set("pulls.policies.cron", "* * * * * ?")
                .set("pulls.policies.since", LAST_MONTH)
                .set("decisions.two-persons", "true")
                .set("answer.await-doubts", "0s")
                .set("doubts.poll-interval", "100")
                .set("doubts.first-pause", "200ms")
                .set("doubts.longest-pause", "300ms")
                .set("partner.response-timeout", "1s")
                .set("doubts.settle-time", "2s")
                .set("doubts.patience", "3s")
                .set("desk.logins.vera.role", "viewer")
                .set("desk.logins.vera.password", "{bcrypt}" + new BCryptPasswordEncoder().encode("only looks around"))
                .set("watch.interval", "1000")
                .set("desk.logins.otto.role", "operator")
                .set("desk.logins.otto.password", "keeps it going")
                .set("desk.logins.ada.role", "administrator")
                .set("desk.logins.ada.password", "decides about money"));
    }

    @AfterAll
    void stop() {
        if (bridge != null) {
            bridge.close();
        }
    }

    @Test
    void aProgramLearnsWhereADocumentIsWhateverCharactersItsNumberHas() throws Exception {
        var number = "2026/11;销售%41?#1";
        ask("odd.xml", number);

        assertThat(vera("batches?name=odd.xml").at("/0/verdict").asText()).isEqualTo("ACCEPTED");
        assertThat(vera("records?q=" + encoded(number)).at("/0/key/document").asText())
                .isEqualTo(number);
        var story = vera("record?" + key(CREATE, number));
        assertThat(story.path("state").asText()).isEqualTo("OK");
        assertThat(story.at("/calls/0/endpoint").asText()).contains("/v2/partners/sub-customers");
        assertThat(story.at("/content/platformUserId").asText()).isEqualTo(number);
        assertThat(story.path("content").has("accountName"))
                .as("for who may only look")
                .isFalse();
        assertThat(vera("record/calls/" + story.at("/calls/0/id").asText() + "?" + key(CREATE, number))
                        .at("/request/startLine")
                        .asText())
                .startsWith("POST ");
    }

    @Test
    void aBatchThatIsHeldSendsNothingUntilItGoesOn() throws Exception {
        assertThat(otto(
                        "pauses",
                        "{'tenant': 'acme', 'interfaceName': '%s', 'reason': 'a look at the prices'}"
                                .formatted(CREATE)))
                .isEqualTo(204);
        drop("held.xml", "H-1");
        drop("free.xml", "H-2");
        long held = awaitBatch("held.xml");
        awaitBatch("free.xml");
        assertThat(otto("batches/" + held + "/hold", WHY)).isEqualTo(204);
        assertThat(otto("batches/" + held + "/hold", WHY))
                .as("it is held already")
                .isEqualTo(409);
        otto("pauses/end", "{'tenant': 'acme', 'interfaceName': '%s', 'reason': 'they are right'}".formatted(CREATE));

        bridge.awaitAnswer(CREATE, "free.xml");

        assertThat(bridge.erp().answer(CREATE, "held.xml")).isEmpty();
        assertThat(vera("batches/" + held).at("/held/by").asText()).isEqualTo("otto");
        assertThat(vera("overview").at("/troubles").toString()).contains("work is paused");
        assertThat(otto("batches/" + held + "/go-on", WHY)).isEqualTo(204);
        bridge.awaitAnswer(CREATE, "held.xml");
        assertThat(otto("batches/" + held + "/hold", WHY)).as("it is answered").isEqualTo(409);
    }

    @Test
    void whatHasFailedInOneNightIsTriedAgainInOneStepButNoWrite() throws Exception {
        bridge.partner().faults().always(call -> says(call, "=night"), DOWN);
        bridge.partner().faults().always(call -> call.api() == Api.CHECK_IDENTITY, DOWN);
        var from = Instant.now().minusSeconds(1);
        for (var document : List.of("N-1", "N-2")) {
            list(document, Map.of("document", document, "customerId", "c1", "service", "night"));
        }
        bridge.erp()
                .drop(
                        CREATE,
                        "failed.xml",
                        ErpFormat.of(CREATE)
                                .batch(
                                        "F",
                                        List.of(Map.of(
                                                "document",
                                                "N-3",
                                                "platformUserId",
                                                "N-3",
                                                "accountName",
                                                "night_owl",
                                                "checkIdentity",
                                                "Y"))));
        bridge.awaitAnswer(CREATE, "failed.xml");
        assertThat(state(LIST, "N-1")).isEqualTo("FAILED");
        assertThat(state(CREATE, "N-3")).isEqualTo("FAILED");
        bridge.partner().faults().clear();

        var filter = "state=FAILED&from=%s&to=%s&action=RETRY"
                .formatted(from, Instant.now().plusSeconds(60));
        var preview = vera("many?" + filter);
        assertThat(preview.path("done").asInt()).isEqualTo(2);
        assertThat(preview.path("left").asInt())
                .as("the ERP may have sent another in its place")
                .isEqualTo(1);
        var step =
                "{'action': 'RETRY', 'state': 'FAILED', 'from': '%s', 'to': '%s', 'shown': %d, 'reason': 'the partner is back'}";
        assertThat(otto("many", step.formatted(from, Instant.now().plusSeconds(60), 3)))
                .as("not what was shown")
                .isEqualTo(409);
        assertThat(otto("many", step.formatted(from, Instant.now().plusSeconds(60), 2)))
                .isEqualTo(200);

        for (var document : List.of("N-1", "N-2")) {
            Awaitility.await().until(() -> bridge.erp()
                    .read("outbound/" + LIST + "/" + document + ".answer.final")
                    .isPresent());
            assertThat(state(LIST, document)).isEqualTo("OK");
        }
        assertThat(state(CREATE, "N-3")).isEqualTo("FAILED");
        assertThat(otto("record/retry?" + key(CREATE, "N-3"), WHY)).isEqualTo(409);
        assertThat(vera("record/deeds?" + key(LIST, "N-1")).at("/0/action").asText())
                .isEqualTo("try-again");
        assertThat(vera("deeds").toString()).contains("retry-many", "2 documents", "the partner is back");
    }

    @Test
    void aDoubtIsDecidedWhenTwoAdministratorsSayTheSame() throws Exception {
        bridge.partner()
                .faults()
                .always(
                        call -> call.api() == Api.CREATE_CUSTOMER && says(call, "\"TWO-1\""),
                        Fault.error(500, "CBC.0999", "Other errors."));
        drop("two.xml", "TWO-1");
        var doubt = "record/doubt?" + key(CREATE, "TWO-1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> vera("records/open").toString().contains("\"left\":true"));
        var refused = "{'verdict': 'REFUSED', 'reason': 'there is no such customer'}";

        assertThat(otto(doubt, refused)).isEqualTo(403);
        assertThat(ada(doubt, refused)).as("proposed").isEqualTo(202);
        assertThat(ada(doubt, refused)).as("by the same person").isEqualTo(202);
        assertThat(operator(doubt, "{'verdict': 'NOT_PLACED', 'reason': 'otherwise'}"))
                .as("another verdict")
                .isEqualTo(202);
        assertThat(state(CREATE, "TWO-1")).isEqualTo("IN_DOUBT");
        bridge.partner().faults().clear();
        assertThat(ada(doubt, "{'verdict': 'NOT_PLACED', 'reason': 'so it is'}"))
                .isEqualTo(204);

        assertThat(vera("record?" + key(CREATE, "TWO-1")).at("/doubts/0/by").asText())
                .isEqualTo(Surroundings.OPERATOR + ", ada");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> state(CREATE, "TWO-1")
                .equals("OK"));
    }

    @Test
    void aPeriodIsPulledOnceMoreAsABatchOfItsOwn() throws Exception {
        bridge.awaitAnswer("products.policies", "policies-acme-" + LAST_MONTH);
        Awaitility.await().until(() -> vera("periods").at("/0/state").asText().equals("DONE"));
        var again = "{'pull': 'policies', 'tenant': 'acme', 'period': '%s', 'reason': 'the partner has corrected them'}"
                .formatted(LAST_MONTH);

        assertThat(otto("periods/again", again.replace("policies'", "nobody'"))).isEqualTo(409);
        assertThat(otto("periods/again", again)).isEqualTo(204);

        Awaitility.await()
                .until(() -> bridge.partner().journal().calls(Api.POLICIES).size() == 2);
        Awaitility.await()
                .until(() -> vera("periods").at("/0/attempt").asInt() == 2
                        && vera("periods").at("/0/state").asText().equals("DONE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record/doubt?tenant=acme&interfaceName=customers.create&document=X",
                "record/question?tenant=acme&interfaceName=customers.create&document=X",
                "record/parking?tenant=acme&interfaceName=customers.create&document=X",
                "record/retry?tenant=acme&interfaceName=customers.create&document=X",
                "batches/1/hold",
                "batches/1/go-on",
                "batches/1/answer",
                "pauses",
                "pauses/end",
                "cutovers",
                "cutovers/end",
                "cutovers/explained",
                "cutovers/explained/end",
                "many",
                "periods/again"
            })
    void whoMayOnlyLookDoesNothing(String deed) throws Exception {
        var whatever =
                "{'verdict': 'REFUSED', 'kind': 'order', 'field': 'status', 'action': 'RETRY', 'state': 'FAILED', 'from': '2026-01-01T00:00:00Z',"
                        + " 'to': '2026-01-02T00:00:00Z', 'reason': 'mine'}";
        if (!deed.startsWith("record/parking")) {
            assertThat(post("vera", "only looks around", deed, whatever)).isEqualTo(403);
        }
        assertThat(MachineClient.post(address(deed), "vera", "wrong", json(whatever))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "pauses | {'tenant': 'nobody', 'reason': 'why'}   | tenant must be one that there is",
                "pauses | {'minutes': -1, 'reason': 'why'}        | minutes must be 0 to 44640",
                "pauses | {'reason': ' '}                         | reason must be 1 to 2,000 characters",
                "cutovers | {'tenant': 'acme', 'writes': 1, 'reason': 'why'}               | writes must be 0 until reads is 100",
                "cutovers | {'tenant': 'acme', 'reads': 101, 'reason': 'why'}              | reads must be 0 to 100",
                "cutovers/explained | {'tenant': 'acme', 'interfaceName': 'x', 'kind': 'a', 'field': 'b', 'reason': 'why'} | interfaceName must be one",
                "pauses | {                                       | Failed to read request",
                "many   | {'reason': 'why'}                       | action, state, from and to are missing",
                "record/doubt?tenant=a&interfaceName=b&document=c | {'verdict': 'REFUSED', 'answer': {}, 'reason': 'x'} | answer must be a JSON object"
            })
    void whatBreaksARuleIsToldSo(String deed, String body, String rule) throws Exception {
        var answer = MachineClient.post(address(deed), "ada", "decides about money", json(body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ExactJson.read(answer.body()).path("detail").asText()).contains(rule);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void whatHappenedInEachHourIsTold() throws Exception {
        ask("hour.xml", "HOUR-1");

        Awaitility.await().untilAsserted(() -> {
            var charts = vera("overview/day");
            assertThat(charts.at("/0/kind").asText()).isEqualTo("calls");
            assertThat(charts.at("/0/hours/23").asInt()
                            + charts.at("/0/hours/22").asInt())
                    .isPositive();
            assertThat(charts.findValuesAsText("name")).contains(CREATE);
        });
        assertThat(vera("overview").at("/overview/places/0/route").asText()).isNotEmpty();
    }

    @Test
    void itsDocumentNamesEveryMethodAndNothingElse() throws Exception {
        var document = vera("openapi");

        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").properties().stream().map(Map.Entry::getKey))
                .contains(
                        "/api/v1/overview",
                        "/api/v1/records",
                        "/api/v1/record",
                        "/api/v1/record/doubt",
                        "/api/v1/batches/{batch}/repair",
                        "/api/v1/many",
                        "/api/v1/periods/again")
                .allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(document.at("/paths/~1api~1v1~1record/get/parameters").findValuesAsText("name"))
                .containsExactlyInAnyOrder("tenant", "interfaceName", "document");
        assertThat(MachineClient.get(address("openapi")).statusCode()).isNotEqualTo(200);
    }

    private static final String WHY = "{'reason': 'as agreed'}";

    private int otto(String deed, String body) throws Exception {
        return post("otto", "keeps it going", deed, body);
    }

    private int ada(String deed, String body) throws Exception {
        return post("ada", "decides about money", deed, body);
    }

    private int operator(String deed, String body) throws Exception {
        return post(Surroundings.OPERATOR, bridge.surroundings().operatorPassword(), deed, body);
    }

    private int post(String user, String password, String deed, String body) throws Exception {
        return MachineClient.post(address(deed), user, password, json(body)).statusCode();
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }

    private JsonNode vera(String path) throws Exception {
        var answer = MachineClient.get(address(path), "vera", "only looks around");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ExactJson.read(answer.body());
    }

    private URI address(String path) {
        return bridge.bridge().console().resolve("/api/v1/" + path);
    }

    private static String key(String interfaceName, String document) {
        return "tenant=acme&interfaceName=" + interfaceName + "&document=" + encoded(document);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String state(String interfaceName, String document) throws Exception {
        return vera("record?" + key(interfaceName, document)).path("state").asText();
    }

    private void ask(String file, String document) {
        drop(file, document);
        bridge.awaitAnswer(CREATE, file);
    }

    private void drop(String file, String... documents) {
        var records = Stream.of(documents)
                .map(document -> Map.of("document", document, "platformUserId", document))
                .toList();
        bridge.erp().drop(CREATE, file, ErpFormat.of(CREATE).batch(file, records));
    }

    private void list(String file, Map<String, String> record) {
        bridge.erp().drop(LIST, file, ErpFormat.of(LIST).batch(file, List.of(record)));
        bridge.awaitAnswer(LIST, file);
    }

    private long awaitBatch(String file) {
        return Awaitility.await()
                .until(
                        () -> bridge.ledger()
                                .sql(
                                        "select batch_id from arrival join batch on batch.id = batch_id and verdict = 'ACCEPTED' where file_name = ?")
                                .param(file)
                                .query(Long.class)
                                .optional(),
                        Predicate.not(Optional::isEmpty))
                .orElseThrow();
    }

    private static boolean says(Incoming call, String text) {
        return (call.request().target() + new String(call.request().body(), StandardCharsets.UTF_8)).contains(text);
    }
}
