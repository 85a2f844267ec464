package io.hcpnbridge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.AttemptIntent;
import io.hcpnbridge.ledger.AttemptLedger;
import io.hcpnbridge.ledger.AttemptOutcome;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.ExchangeLedger;
import io.hcpnbridge.ledger.LedgerBench;
import io.hcpnbridge.ledger.Placement;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.ReceivedAnswer;
import io.hcpnbridge.partner.settings.TestPartner;
import io.hcpnbridge.secret.SecretWatch;
import io.hcpnbridge.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What was sent and received is kept with its attempt, and who may see what of it. */
class ExchangesTest {
    private static final String PHONE = "13876501234";
    private static final String MAIL = "mail-canary@example.com";
    private static final String CODE = "one-time-canary-4711";
    private static final String SENT = "{\"xaccount_id\":\"name-canary\",\"mobile_phone\":\"" + PHONE
            + "\",\"verification_code\":\"" + CODE + "\",\"customer_type\": 1 }";
    private static final String RECEIVED =
            "{\"customer_id\":\"c-1\",\"email\":\"" + MAIL + "\",\"echo\":\"code " + CODE + "\"}";

    @TempDir
    private Path folder;

    @AutoClose
    private final LedgerBench ledger = new LedgerBench(3);

    private final SecretWatch secrets = new SecretWatch();
    private final Curtain curtain = new Curtain(new MappingSource("file:mappings/").partnerFields());

    @Test
    void withAKeyAnOperatorSeesWhatWentOverTheWireAndAViewerWhatIsHarmless() throws IOException {
        var keeper = keeper(keyFile(key(1)));

        var attempt = called(keeper, CREATE, answer(RECEIVED));

        var full = exchanges(keeper).of(attempt, View.FULL).orElseThrow();
        assertThat(full.request().startLine()).isEqualTo("POST /v2/partners/sub-customers?domain=name-canary&limit=10");
        assertThat(full.request().headers())
                .containsEntry("Host", "bss.myhuaweicloud.com")
                .containsEntry("Content-Type", "application/json;charset=UTF-8");
        assertThat(full.request().body()).isEqualTo(SENT.replace(CODE, "***"));
        assertThat(full.response().orElseThrow().startLine()).isEqualTo("200");
        assertThat(full.response().orElseThrow().headers()).containsEntry("X-Request-Id", "r-1");
        assertThat(full.response().orElseThrow().body()).isEqualTo(RECEIVED.replace("code " + CODE, "***"));
        assertThat(full.finding()).contains(new Words("why", "为什么"));

        var masked = exchanges(keeper).of(attempt, View.MASKED).orElseThrow();
        assertThat(masked.request().startLine()).isEqualTo("POST /v2/partners/sub-customers?domain=***&limit=10");
        assertThat(masked.request().body())
                .isEqualTo(
                        "{\"xaccount_id\":\"***\",\"mobile_phone\":\"***\",\"verification_code\":\"***\",\"customer_type\": 1 }");
        assertThat(masked.response().orElseThrow().body())
                .isEqualTo("{\"customer_id\":\"c-1\",\"email\":\"***\",\"echo\":\"***\"}");
        assertThat(masked.response().orElseThrow().masked()).isTrue();
    }

    @Test
    void withoutAKeyNothingIsKeptButWhatIsHarmless() {
        var keeper = keeper(null);

        var attempt = called(keeper, CREATE, answer(RECEIVED));

        for (var view : View.values()) {
            var shown = exchanges(keeper).of(attempt, view).orElseThrow();
            assertThat(shown.request().masked()).isTrue();
            assertThat(shown.request().body()).contains("\"customer_type\": 1").doesNotContain(PHONE);
            assertThat(shown.response().orElseThrow().body()).contains("c-1").doesNotContain(MAIL);
        }
        assertThat(kept()).hasSize(2).noneMatch(bytes -> tells(text(Gzip.expanded(bytes))));
    }

    @Test
    void withAKeyNobodyCanReadTheTable() throws IOException {
        called(keeper(keyFile(key(1))), CREATE, answer(RECEIVED));

        assertThat(kept()).hasSize(2).noneMatch(bytes -> tells(text(bytes)));
        assertThat(kept()).noneMatch(bytes -> bytes[0] == 0x1f && bytes[1] == (byte) 0x8b);
        assertThat(dump()).noneMatch(ExchangesTest::tells);
    }

    @Test
    void aNewKeyEncryptsAndTheOldOneStillReadsAsLongAsItStandsInTheFile() throws IOException {
        var file = keyFile(key(1));
        var keeper = keeper(file);
        var before = called(keeper, CREATE, answer(RECEIVED));

        Files.writeString(file, key(2) + "\n" + key(1) + "\n");
        look();
        var after = called(keeper, CREATE, answer(RECEIVED));

        assertThat(body(keeper, before)).contains(PHONE);
        assertThat(body(keeper, after)).contains(PHONE);
        assertThat(ledger.sql()
                        .sql("select count(distinct key_id) from exchange")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        Files.writeString(file, key(2) + "\n");
        look();
        assertThat(body(keeper, after)).contains(PHONE);
        var gone = exchanges(keeper).of(before, View.FULL).orElseThrow().request();
        assertThat(gone.body()).isEmpty();
        assertThat(gone.problem().en()).contains("is not in exchange.key-file any more");
    }

    @Test
    void whatWasMovedToAnotherCallOrChangedIsNotShown() throws IOException {
        var keeper = keeper(keyFile(key(1)));
        var first = called(keeper, CREATE, answer(RECEIVED));
        var second = called(keeper, CREATE, answer(RECEIVED));

        ledger.sql()
                .sql(
                        "update exchange set content = (select content from exchange o where o.attempt_id = ? and o.way = 'SENT') "
                                + "where attempt_id = ? and way = 'SENT'")
                .params(first, second)
                .update();

        assertThat(exchanges(keeper)
                        .of(second, View.FULL)
                        .orElseThrow()
                        .request()
                        .problem()
                        .en())
                .contains("was changed, or belongs to another call");
        assertThat(body(keeper, first)).contains(PHONE);
    }

    @Test
    void ofALongBodyAPartIsKeptAndItIsSaid() throws IOException {
        var keeper = new ExchangeKeeper(
                new ExchangeProperties(keyFile(key(1)).toString(), DataSize.ofBytes(40)),
                curtain,
                secrets,
                TestPartner.with());
        var body = "{\"customer_id\":\"c-1\",\"order_ids\":[\"" + "1".repeat(500) + "\"]}";

        var attempt = called(keeper, CREATE, answer(body));

        var shown = exchanges(keeper)
                .of(attempt, View.FULL)
                .orElseThrow()
                .response()
                .orElseThrow();
        assertThat(shown.cutFrom()).isEqualTo(body.length());
        assertThat(body).startsWith(shown.body());
        assertThat(shown.body()).hasSizeLessThanOrEqualTo(40).startsWith("{\"customer_id\":\"c-1\"");
        assertThat(exchanges(keeper)
                        .of(attempt, View.MASKED)
                        .orElseThrow()
                        .response()
                        .orElseThrow()
                        .body())
                .startsWith("{\"customer_id\":\"c-1\"")
                .endsWith("***");
    }

    @Test
    void recordsThatShareACallShareWhatIsKeptOfIt() throws IOException {
        var keeper = keeper(keyFile(key(1)));
        var together = List.of(ledger.claim(), ledger.claim());
        var call = UUID.randomUUID();

        var attempts = ledger.part(AttemptLedger.class)
                .open(together, intent(keeper, CREATE, call, false), call, "n", Duration.ofMinutes(1));
        ledger.part(AttemptLedger.class)
                .close(attempts, outcome(keeper, answer(RECEIVED), call), together, List.of(later(), later()));

        assertThat(attempts).allSatisfy(attempt -> {
            var shown = exchanges(keeper).of(attempt, View.FULL).orElseThrow();
            assertThat(shown.request().body()).contains(PHONE);
            assertThat(shown.response().orElseThrow().body()).contains(MAIL);
        });
        assertThat(kept()).hasSize(2);
    }

    @Test
    void aCallWithoutAnAnswerHasItsRequestAndAnAttemptOfAnEarlierVersionNothing() throws IOException {
        var keeper = keeper(keyFile(key(1)));
        var record = ledger.claim();
        var call = UUID.randomUUID();
        var attempts = ledger.part(AttemptLedger.class);

        var open = attempts.open(List.of(record), intent(keeper, CREATE, call, true), call, "n", Duration.ofMinutes(1))
                .get(0);
        var silent = attempts.open(
                ledger.claim(), new AttemptIntent("a", "GET /", null, false, true, "h"), "n", Duration.ofMinutes(1));

        assertThat(exchanges(keeper).of(open, View.FULL).orElseThrow().response())
                .isEmpty();
        assertThat(exchanges(keeper).of(silent, View.FULL)).isEmpty();
    }

    private static final PartnerRequest CREATE = new PartnerRequest(
            "create-customer",
            "POST",
            List.of("v2", "partners", "sub-customers"),
            Map.of("domain", List.of("name-canary"), "limit", List.of("10")),
            Map.of(),
            SENT.getBytes(StandardCharsets.UTF_8),
            Envelope.NEW,
            null,
            Effect.WRITE,
            false,
            Caller.PARTNER,
            null,
            null,
            Set.of());

    private static ReceivedAnswer answer(String body) {
        return ReceivedAnswer.of(200, Map.of("X-Request-Id", "r-1"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** A call that is made for a record; the record is due again afterwards. */
    private long called(ExchangeKeeper keeper, PartnerRequest request, ReceivedAnswer answer) {
        var record = ledger.claim();
        var call = UUID.randomUUID();
        var attempts = ledger.part(AttemptLedger.class);
        var attempt = attempts.open(
                        List.of(record), intent(keeper, request, call, false), call, "n", Duration.ofMinutes(1))
                .get(0);
        attempts.close(attempt, outcome(keeper, answer, call), record, later());
        return attempt;
    }

    private static AttemptIntent intent(ExchangeKeeper keeper, PartnerRequest request, UUID call, boolean write) {
        return new AttemptIntent("a", "POST /", "new", write, false, "h", keeper.sent(request, call, Set.of(CODE)));
    }

    private static AttemptOutcome outcome(ExchangeKeeper keeper, ReceivedAnswer answer, UUID call) {
        return new AttemptOutcome(
                "failed",
                Placement.NOT_PLACED,
                200,
                null,
                null,
                "r-1",
                keeper.received(answer, call, Set.of(CODE)),
                new Words("why", "为什么"));
    }

    private static Conclusion later() {
        return new Conclusion.Postpone(Duration.ZERO, false);
    }

    private ExchangeKeeper keeper(Path file) {
        return new ExchangeKeeper(
                new ExchangeProperties(file == null ? null : file.toString(), DataSize.ofKilobytes(64)),
                curtain,
                secrets,
                TestPartner.with());
    }

    private Exchanges exchanges(ExchangeKeeper keeper) {
        return new Exchanges(ledger.part(ExchangeLedger.class), curtain, keeper);
    }

    private String body(ExchangeKeeper keeper, long attempt) {
        return exchanges(keeper).of(attempt, View.FULL).orElseThrow().request().body();
    }

    private Path keyFile(String keys) throws IOException {
        return Files.writeString(folder.resolve("keys"), keys + "\n");
    }

    /** Files that may still be written are taken when they have stood still. */
    private void look() {
        secrets.look();
        secrets.look();
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private List<byte[]> kept() {
        return ledger.sql()
                .sql("select content from exchange where content is not null")
                .query(byte[].class)
                .list();
    }

    private List<String> dump() {
        return ledger.sql()
                .sql("select row_to_json(e)::text from exchange e")
                .query(String.class)
                .list();
    }

    private static boolean tells(String text) {
        return Stream.of(PHONE, MAIL, CODE, "canary").anyMatch(text::contains);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
