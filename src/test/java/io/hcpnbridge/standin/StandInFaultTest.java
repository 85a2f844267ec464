package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hcpnbridge.standin.SignedClient.Answer;
import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.state.Keys;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault, as a client meets it; and whether the renewal it met was placed. */
class StandInFaultTest {
    private static final String RENEW = "/v2/orders/subscriptions/resources/renew";
    private static final String BODY =
            "{\"resource_ids\":[\"r1\"],\"period_type\":2,\"period_num\":1,\"is_auto_pay\":1}";

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.resource("c1", "r1", r -> r);
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void anotherStatusAndBody() throws Exception {
        standIn.faults().next(Api.NEW_RENEW, 2, Fault.error(500, "CBC.0999", "other error"));

        assertThat(renew().status()).isEqualTo(500);
        assertThat(renew().code()).isEqualTo("CBC.0999");
        assertThat(placed()).isZero();
        assertThat(renew().status()).isEqualTo(200);
        assertThat(standIn.faults().isEmpty()).isTrue();
    }

    @Test
    void aFaultCanStrikeAfterTheCallTookEffect() throws Exception {
        standIn.faults()
                .next("renew", 1, Fault.error(503, "APIGW.0201", "backend gone").afterTaken());

        assertThat(renew().status()).isEqualTo(503);
        assertThat(placed()).isEqualTo(1);
    }

    @Test
    void aPageOfAProxy() throws Exception {
        standIn.faults().next("renew", 1, Fault.html200());

        Answer answer = renew();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(answer.text()).startsWith("<html>");
    }

    @Test
    void truncatedJson() {
        standIn.faults().next("renew", 1, Fault.truncatedJson());

        assertThatExceptionOfType(IOException.class).isThrownBy(this::renew);
        assertThat(placed()).isEqualTo(1);
        assertThat(standIn.journal().calls().get(0).fault()).isEqualTo("truncatedJson");
    }

    @Test
    void aResetBeforeTheServerTookIt() {
        standIn.faults().next("renew", 1, Fault.resetBefore());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(this::renew)
                .havingRootCause()
                .withMessage("Connection reset");
        assertThat(placed()).isZero();
    }

    @Test
    void aResetAfterTheServerTookIt() {
        standIn.faults().next("renew", 1, Fault.resetAfter());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(this::renew)
                .havingRootCause()
                .withMessage("Connection reset");
        assertThat(placed()).isEqualTo(1);
        assertThat(standIn.journal().outcomes()).containsEntry("resetAfter", 1);
    }

    @Test
    void anEndOfTheConnectionWithoutAnAnswer() {
        standIn.faults().next("renew", 1, Fault.closedAfter());

        assertThatExceptionOfType(IOException.class).isThrownBy(this::renew);
        assertThat(placed()).isEqualTo(1);
    }

    @Test
    void aTimeoutBeforeAndOneAfterTheServerTookIt() {
        standIn.faults().next("renew", 1, Fault.timeoutBefore()).next("renew", 1, Fault.timeoutAfter());

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(this::renewImpatiently);
        assertThat(placed()).isZero();
        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(this::renewImpatiently);
        assertThat(placed()).isEqualTo(1);
    }

    @Test
    void anAnswerThatTrickles() throws Exception {
        standIn.faults().next("renew", 1, Fault.slowTrickle(Duration.ofMillis(5)));
        long start = System.nanoTime();

        Answer answer = renew();

        assertThat(answer.json().path("order_ids")).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void aLateAnswer() throws Exception {
        standIn.faults().next("renew", 1, Fault.delay(Duration.ofMillis(200)));

        assertThat(renew().status()).isEqualTo(200);
    }

    @Test
    void aBodyOfTenMegabytes() throws Exception {
        standIn.faults().next("renew", 1, Fault.tooLargeBody(10_000_000));

        Answer answer = renew();

        assertThat(answer.response().body()).hasSizeGreaterThan(10_000_000);
        assertThat(answer.json().path("order_ids")).hasSize(1);
    }

    @Test
    void aBodyInAnotherCharsetThanItSays() throws Exception {
        standIn.faults().next("renew", 1, Fault.wrongCharset());

        Answer answer = renew();

        assertThat(answer.header("Content-Type")).endsWith("UTF-8");
        assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(answer::json);
    }

    @Test
    void aPayloadOfNull() throws Exception {
        standIn.faults().next(Api.OLD_LIST, 1, Fault.dataNull());
        var keys = standIn.state().customer("c1").orElseThrow().keys();

        Answer answer = new SignedClient(standIn.uri(), keys)
                .get("/v1.0/c1/common/order-mgr/orders/detail", "page_size", "10", "page_index", "1");

        assertThat(answer.text()).isEqualTo("{\"error_code\":\"CBC.0000\",\"error_msg\":\"success\",\"data\":null}");
    }

    @Test
    void aRedirect() throws Exception {
        standIn.faults().next("renew", 1, Fault.redirect("http://127.0.0.1:1/login"));

        Answer answer = renew();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("http://127.0.0.1:1/login");
    }

    @Test
    void theThirdCallOnly() throws Exception {
        standIn.faults().after(2, call -> call.api() == Api.NEW_RENEW, 1, Fault.error(429, "APIGW.0308", "slow"));

        assertThat(renew().status()).isEqualTo(200);
        assertThat(renew().status()).isEqualTo(200);
        assertThat(renew().status()).isEqualTo(429);
        assertThat(renew().status()).isEqualTo(200);
    }

    @Test
    void anUnsignedCallMeetsOnlyFaultsThatSaySo() throws Exception {
        standIn.faults()
                .next(call -> true, 1, Fault.error(502, "APIGW.0201", "gone").evenUnsigned());
        SignedClient stranger = new SignedClient(standIn.uri(), Keys.madeUpFor("stranger"));

        assertThat(stranger.get("/nowhere").status()).isEqualTo(502);
        assertThat(stranger.get("/nowhere").status()).isEqualTo(404);
    }

    private int placed() {
        return standIn.journal().placedRenewals("r1");
    }

    private Answer renew() throws IOException, InterruptedException {
        return client().post(RENEW, BODY);
    }

    private Answer renewImpatiently() throws IOException, InterruptedException {
        return client().waiting(Duration.ofMillis(300)).post(RENEW, BODY);
    }

    private SignedClient client() {
        return new SignedClient(
                standIn.uri(), standIn.state().customer("c1").orElseThrow().keys());
    }
}
