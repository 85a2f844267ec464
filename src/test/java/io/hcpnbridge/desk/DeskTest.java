package io.hcpnbridge.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.desk.read.DocumentKey;
import io.hcpnbridge.operate.Chromium;
import io.hcpnbridge.rehearsal.ErpFormat;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The desk in a real browser, over the adapter as it ships: is all well, what happened to this document, put it right. */
@Tag("slow")
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
    private static final Path PICTURES =
            Boolean.getBoolean("pictures.write") ? Path.of("src", "docs", "desk") : Path.of("target", "desk");
    private static final String CREATE = "customers.create";
    private static final String PHONE = "13812345678";
    private static final String MINE = "{\"reason\": \"mine\"}";
    private static final String REFUSED = "{\"verdict\": \"REFUSED\", \"reason\": \"mine\"}";
    private static final Fault NOT_ALLOWED = Fault.error(400, "CBC.99007188", "Not allowed.");
    private static final Fault NOT_TAKEN = Fault.error(500, "CBC.0999", "Other errors.");

    private RunningBridge bridge;
    private Chromium chromium;

    @BeforeAll
    void start() throws Exception {
        Assumptions.assumeTrue(Chromium.isInstalled(), "The desk is not looked at: install the package chromium");
        Files.createDirectories(PICTURES);
        bridge = RunningBridge.start(DeskTest::prepare);
        chromium = Chromium.start();
    }

    private static void prepare(Surroundings surroundings) {
        surroundings
                .set("answer.await-doubts", "0s")
                .set("doubts.poll-interval", "100")
                .set("doubts.first-pause", "200ms")
                .set("doubts.longest-pause", "300ms")
                .set("partner.response-timeout", "1s")
                .set("doubts.settle-time", "2s")
                .set("doubts.patience", "3s")
                .set("desk.logins.vera.role", "viewer")
                .set("desk.logins.vera.password", "only looks around")
                .set("desk.logins.otto.role", "operator")
                .set("desk.logins.otto.password", "keeps it going");
    }

    @AfterAll
    void stop() {
        if (bridge != null) {
            chromium.close();
            bridge.close();
        }
    }

    @Test
    void whoLogsInSeesTheDeskFirstInsideHawtio() {
        try (var desk = administrator("en")) {
            desk.waitForInFrame("All is well").screenshot(PICTURES.resolve("hawtio.png"));
            assertThat(desk.troubles()).isEmpty();
        }
    }

    @Test
    void hawtioShowsTheRoutesAlongARecordsWayWithoutTheirErrorPolicies() {
        try (var hawtio = chromium.hawtio(server().resolve("/"))) {
            hawtio.login(Surroundings.OPERATOR, bridge.surroundings().operatorPassword())
                    .openRoute("work-record");
            assertThat(hawtio.steps()).contains("take-record").doesNotContain("give-record-back", "give-back");
            assertThat(hawtio.text())
                    .containsSubsequence(
                            "1 intake",
                            "look-into-folders",
                            "2 work",
                            "work-record",
                            "3 partner",
                            "call-partner",
                            "4 doubts and comparisons",
                            "ask-about-doubt",
                            "5 answers",
                            "deliver-answers",
                            "6 housekeeping",
                            "watch-housekeeping");
            hawtio.screenshot(PICTURES.resolve("routes.png"));
            assertThat(hawtio.troubles()).isEmpty();
        }
    }

    @Test
    void whoReadsChineseGetsItInChinese() {
        try (var desk = administrator("zh-CN")) {
            desk.open("/desk").waitFor("一切正常").screenshot(PICTURES.resolve("overview-zh.png"));
            assertThat(desk.text()).contains("处理中的批次", "副本").doesNotContain("Batches at work");
            assertThat(desk.troubles()).isEmpty();
        }
    }

    @Test
    void aDoubtIsDecidedByWhoMayAndTheErpGetsItsSecondAnswer() {
        failing("D-1");
        drop("doubt.xml", customerWithPhone("D-1"));
        var record = "/desk/records/acme/" + CREATE + "/D-1";
        var key = "?tenant=acme&interfaceName=" + CREATE + "&document=D-1";
        awaitLeftToPerson("D-1");

        try (var desk = viewer()) {
            desk.open(record).waitFor("D-1");
            assertThat(desk.text()).contains("IN_DOUBT", "***").doesNotContain(PHONE);
            assertThat(desk.has("/record/doubt")).isFalse();
            assertThat(desk.post("/api/v1/record/doubt" + key, REFUSED)).isEqualTo(403);
            assertThat(desk.post("/api/v1/record/question" + key, MINE)).isEqualTo(403);
        }
        try (var desk = operator()) {
            desk.open(record).waitFor("D-1");
            assertThat(desk.has("/record/doubt")).isFalse();
            assertThat(desk.post("/api/v1/record/doubt" + key, REFUSED)).isEqualTo(403);
        }
        try (var desk = administrator("en")) {
            desk.open("/desk/open").waitFor("waits for a person").screenshot(PICTURES.resolve("open.png"));
            desk.open(record)
                    .waitFor("What can I do?")
                    .press("What was sent and received")
                    .waitFor("Received (masked)")
                    .screenshot(PICTURES.resolve("doubt.png"))
                    .choose("/record/doubt", "verdict", "REFUSED")
                    .fill("/record/doubt", "reason", "no such customer in Partner Center")
                    .send("/record/doubt")
                    .waitFor("decide-doubt");
            assertThat(desk.post("/api/v1/record/doubt" + key, REFUSED)).isEqualTo(409);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> answered("doubt.xml.2.answer.final")
                    .equals("REFUSED"));
            desk.open(record).waitFor("no such customer in Partner Center").screenshot(PICTURES.resolve("decided.png"));
            desk.open("/desk").waitFor("The last 24 hours").screenshot(PICTURES.resolve("overview.png"));
            desk.open("/desk/audit").waitFor("decide-doubt").screenshot(PICTURES.resolve("audit.png"));
            assertThat(desk.text()).contains("IN_DOUBT", "REFUSED", Surroundings.OPERATOR);
            assertThat(desk.troubles()).isEmpty();
        }
    }

    @Test
    void aPausedTenantWaitsAndGoesOnOnceThatIsEnded() {
        try (var desk = operator()) {
            desk.open("/desk/pauses")
                    .select("/pauses", "tenant", "acme")
                    .fill("/pauses", "reason", "the partner maintains its system")
                    .send("/pauses")
                    .waitFor("the partner maintains its system");
            drop("paused.xml", customer("P-1"));
            Awaitility.await().until(() -> bridge.ledger()
                    .sql("select count(*) from record where document = 'P-1'")
                    .query(Long.class)
                    .single()
                    .equals(1L));
            desk.open("/desk").waitFor("work is paused").screenshot(PICTURES.resolve("paused.png"));
            assertThat(bridge.erp().answer(CREATE, "paused.xml")).isEmpty();

            desk.open("/desk/pauses")
                    .fill("/pauses/end", "reason", "it is over")
                    .send("/pauses/end")
                    .waitFor("Nothing is paused");
            bridge.awaitAnswer(CREATE, "paused.xml");
        }
    }

    @Test
    void aDocumentIsFoundByItsNumberItsFileAndThePartnersRequestId() {
        drop("wanted.xml", customer("W-1"));
        bridge.awaitAnswer(CREATE, "wanted.xml");
        var request = bridge.ledger()
                .sql("select request_id from attempt_outcome join attempt on attempt.id = attempt_id"
                        + " join record on record.id = record_id where document = 'W-1' limit 1")
                .query(String.class)
                .single();
        try (var desk = administrator("en")) {
            for (var text : List.of("W-1", "wanted.xml", request)) {
                desk.open("/desk/records?q=" + text).waitFor("What happened");
                assertThat(desk.address()).isEqualTo("/desk/records/acme/" + CREATE + "/W-1");
            }
            desk.screenshot(PICTURES.resolve("record.png"));
            assertThat(desk.text()).contains("answer delivered to", "OK");
            assertThat(desk.open("/desk/records?q=nobody").text()).contains("Nothing is called exactly so");
        }
    }

    @Test
    void aRefusedBatchTellsWhyAndAnAnswerIsDeliveredOnceMore() {
        drop("again.xml", customer("A-1"));
        bridge.awaitAnswer(CREATE, "again.xml");
        bridge.erp().delete("outbound/" + CREATE + "/again.xml.answer");
        drop("refused.xml", Map.of("document", "R-1", "platformUserId", "R-1", "mobilePhone", "12"));
        bridge.awaitAnswer(CREATE, "refused.xml");

        try (var desk = viewer()) {
            desk.open("/desk/batches/" + batch("again.xml")).waitFor("up to an operator");
            assertThat(desk.post("/api/v1/batches/" + batch("again.xml") + "/answer", MINE))
                    .isEqualTo(403);
        }
        try (var desk = operator()) {
            desk.open("/desk/batches/" + batch("refused.xml")).waitFor("Why it was refused");
            assertThat(desk.text()).contains("REFUSED", "mobilePhone", "11 digits", "***");
            desk.screenshot(PICTURES.resolve("refused.png"));
            desk.open("/desk/batches/" + batch("again.xml"))
                    .fill("/batches/" + batch("again.xml") + "/answer", "reason", "the ERP has lost it")
                    .send("/batches/" + batch("again.xml") + "/answer");
            Awaitility.await().until(() -> answered("again.xml.answer").equals("OK"));
        }
    }

    @Test
    void aBatchIsHeldAndItsRepairFileIsCorrectedAndHandedInAnew() throws Exception {
        bridge.partner()
                .faults()
                .always(
                        call -> call.api() == Api.CREATE_CUSTOMER
                                && text(call.request().body()).contains("\"T-2\""),
                        NOT_ALLOWED);
        bridge.erp()
                .drop(CREATE, "mixed.xml", ErpFormat.of(CREATE).batch("M", List.of(customer("T-1"), customer("T-2"))));
        bridge.awaitAnswer(CREATE, "mixed.xml");
        var page = "/desk/batches/" + batch("mixed.xml");

        try (var desk = viewer()) {
            assertThat(desk.open(page).waitFor("T-2").text()).doesNotContain("repair file");
            assertThat(desk.get("/api/v1/batches/" + batch("mixed.xml") + "/repair"))
                    .isEqualTo(403);
        }
        byte[] repair;
        try (var desk = operator()) {
            desk.open(page).waitFor("Download the repair file").screenshot(PICTURES.resolve("batch.png"));
            repair = desk.download("Download the repair file");
            assertThat(desk.download("Download what went"))
                    .isEqualTo(bridge.erp()
                            .read("outbound/" + CREATE + "/mixed.xml.answer")
                            .orElseThrow());
            assertThat(text(desk.download("Download what came"))).contains("T-1", "T-2", "<count>2</count>");
            assertThat(desk.open("/desk/audit").waitFor("repair of batch").text())
                    .contains("download", "otto");
        }
        assertThat(text(repair)).contains("T-2", "<count>1</count>").doesNotContain("T-1");

        bridge.erp()
                .drop(
                        CREATE,
                        "corrected.xml",
                        text(repair).replace("T-2", "T-3").getBytes(StandardCharsets.UTF_8));
        bridge.awaitAnswer(CREATE, "corrected.xml");
        assertThat(answered("corrected.xml.answer")).isEqualTo("OK");
    }

    @Test
    void whatThePartnerAndTheErpWriteIsShownAndNeverRun() {
        var said = "<img src=x onerror=window.owned=1>{{1}}<script>window.owned=2</script>";
        bridge.partner()
                .faults()
                .always(
                        call -> call.api() == Api.CREATE_CUSTOMER
                                && text(call.request().body()).contains("onclick"),
                        Fault.error(400, "CBC.99007188", said));
        var number = "\"><b onclick='x'>&amp;";
        drop("shown.xml", customer(number));
        bridge.awaitAnswer(CREATE, "shown.xml");
        var page = new DocumentKey("acme", CREATE, number).path();
        try (var desk = operator()) {
            for (var address : List.of(
                    page,
                    "/desk/batches/" + batch("shown.xml"),
                    "/desk/records?q=CBC.99007188",
                    "/desk/many?state=REFUSED")) {
                assertThat(desk.open(address).waitFor("onclick").text()).contains(number, said);
                assertThat(desk.script("window.owned")).isEqualTo("null");
                assertThat(desk.script("document.querySelectorAll('b, img').length"))
                        .isEqualTo("0");
            }
            desk.open(page).press("What was sent and received").waitFor("Received");
            assertThat(desk.script("window.owned")).isEqualTo("null");
            assertThat(desk.troubles()).isEmpty();
        }
    }

    @Test
    void nobodyIsKeptOutByHowThePagesAreMade() {
        drop("reached.xml", customer("X-1"));
        bridge.awaitAnswer(CREATE, "reached.xml");
        for (var language : List.of("en", "zh-CN")) {
            try (var desk = administrator(language)) {
                for (var page : List.of(
                        "/desk",
                        "/desk/open",
                        "/desk/records",
                        "/desk/records?q=" + CREATE,
                        "/desk/records/acme/" + CREATE + "/X-1",
                        "/desk/batches/" + batch("reached.xml"),
                        "/desk/many?state=REFUSED",
                        "/desk/pulls",
                        "/desk/pauses",
                        "/desk/cutovers",
                        "/desk/audit")) {
                    assertThat(desk.open(page).hindrances()).as(page).isEmpty();
                }
                assertThat(desk.troubles()).isEmpty();
            }
        }
    }

    private long batch(String file) {
        return bridge.ledger()
                .sql("select batch_id from arrival where file_name = ? limit 1")
                .param(file)
                .query(Long.class)
                .single();
    }

    private DeskPage administrator(String language) {
        return login(language, Surroundings.OPERATOR, bridge.surroundings().operatorPassword());
    }

    private DeskPage operator() {
        return login("en", "otto", "keeps it going");
    }

    private DeskPage viewer() {
        return login("en", "vera", "only looks around");
    }

    private DeskPage login(String language, String user, String password) {
        return DeskPage.login(chromium, server(), language, user, password);
    }

    private URI server() {
        return bridge.bridge().console();
    }

    private void failing(String mark) {
        bridge.partner()
                .faults()
                .always(
                        call -> call.api() == Api.CREATE_CUSTOMER
                                && text(call.request().body()).contains("\"" + mark + "\""),
                        NOT_TAKEN);
    }

    private void drop(String file, Map<String, String> record) {
        bridge.erp().drop(CREATE, file, ErpFormat.of(CREATE).batch("B-" + file, List.of(record)));
    }

    /** Its first status. */
    private String answered(String name) {
        return bridge.erp()
                .read("outbound/" + CREATE + "/" + name)
                .flatMap(answer -> ErpFormat.of(CREATE).read(answer).stream()
                        .filter(line -> line.fields().containsKey("status"))
                        .map(line -> line.get("status"))
                        .findFirst())
                .orElse("");
    }

    private void awaitLeftToPerson(String document) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> bridge.ledger()
                .sql("select count(*) from doubt join record on record.id = record_id"
                        + " where document = ? and left_at is not null")
                .param(document)
                .query(Long.class)
                .single()
                .equals(1L));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Map<String, String> customer(String user) {
        return Map.of("document", user, "platformUserId", user);
    }

    private static Map<String, String> customerWithPhone(String user) {
        return Map.of("document", user, "platformUserId", user, "mobilePhone", PHONE, "verificationCode", "123456");
    }
}
