package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.standin.SignedClient.Answer;
import io.hcpnbridge.standin.state.RenewalRefusal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Renewals of both generations: effects, refusals, field rules. */
class StandInRenewTest {
    private static final String OLD = "/v1.0/c1/common/order-mgr/resources/renew";
    private static final String NEW = "/v2/orders/subscriptions/resources/renew";
    private static final Instant START = Instant.parse("2026-01-15T02:00:00Z");
    private static final Instant END = Instant.parse("2099-01-31T15:59:59Z");

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.resource("c1", "r1", r -> r.valid(START, END).monthlyPrice("33.30"));
        standIn.resource("c1", "disk", r -> r.valid(START, END).attachedTo("r1"));
        standIn.resource("c1", "r2", r -> r.valid(START, END));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void aPaidRenewalProlongsTheResourceAndWhatIsAttachedToIt() throws Exception {
        Answer answer = post(
                OLD,
                "\"resource_ids\":[\"r1\"],\"period_type\":2,\"period_num\":3," + "\"expire_mode\":3,\"isAutoPay\":1");

        assertThat(answer.code()).isEqualTo("CBC.0000");
        var order =
                standIn.state().order(answer.json().at("/order_ids/0").asText()).orElseThrow();
        assertThat(order.price().afterDiscount()).hasToString("99.90");
        assertThat(order.type()).isEqualTo(2);
        assertThat(expiry("r1")).isEqualTo("2099-04-30T15:59:59Z");
        assertThat(expiry("disk")).isEqualTo("2099-04-30T15:59:59Z");
        assertThat(expiry("r2")).isEqualTo(END.toString());
        assertThat(standIn.state().resource("r1").orElseThrow().expirePolicy()).isEqualTo(3);
    }

    @Test
    void anUnpaidRenewalWaitsAndBlocksTheNextOnEitherGeneration() throws Exception {
        Answer first = post(NEW, "\"resource_ids\":[\"r1\"],\"period_type\":3,\"period_num\":1");
        String order = first.json().at("/order_ids/0").asText();

        assertThat(standIn.state().order(order).orElseThrow().status()).isEqualTo(6);
        assertThat(expiry("r1")).isEqualTo(END.toString());
        Answer current = post(NEW, "\"resource_ids\":[\"r1\"],\"period_type\":3,\"period_num\":1");
        assertThat(current.status()).isEqualTo(400);
        assertThat(current.code()).isEqualTo("CBC.99003100");
        Answer old = post(OLD, "\"resource_ids\":[\"r1\"],\"period_type\":3,\"period_num\":1,\"expire_mode\":0");
        assertThat(old.status()).isEqualTo(200);
        assertThat(old.code()).isEqualTo("CBC.30050010");
        assertThat(standIn.journal().placedRenewals("r1")).isEqualTo(1);

        standIn.state().pay(order);
        assertThat(expiry("r1")).isEqualTo("2100-01-31T15:59:59Z");
    }

    @Test
    void expiredAndUnknownResourcesAreNamed() throws Exception {
        standIn.state().changeResource("r2", r -> r.lifeCycle(5));
        String ids = "\"resource_ids\":[\"r1\",\"r2\",\"nobody\"],\"period_type\":2,\"period_num\":1";

        Answer current = post(NEW, ids);
        Answer old = post(OLD, ids + ",\"expire_mode\":0");

        assertThat(current.status()).isEqualTo(400);
        assertThat(current.code()).isEqualTo("CBC.99003016");
        assertThat(current.json().path("expiredResourceIds")).hasSize(2);
        assertThat(old.status()).isEqualTo(200);
        assertThat(old.code()).isEqualTo("CBC.3016");
        assertThat(old.json().path("expiredResourceIds")).hasSize(2);
        assertThat(standIn.journal().placedRenewals("r1")).isZero();
    }

    @ParameterizedTest
    @EnumSource(RenewalRefusal.class)
    void everyRefusalHasItsCodeOnEitherGeneration(RenewalRefusal reason) throws Exception {
        standIn.state().changeResource("r2", r -> r.refuses(reason));
        String ids = "\"resource_ids\":[\"r2\"],\"period_type\":2,\"period_num\":1";

        assertThat(post(NEW, ids).code()).isEqualTo(reason.newCode());
        assertThat(post(OLD, ids + ",\"expire_mode\":0").code()).isEqualTo(reason.oldCode());
    }

    @Test
    void oneOfSeveralCanFailAloneOnTheNewEndpoint() throws Exception {
        standIn.state().changeResource("r2", r -> r.failsAlone(RenewalRefusal.LOCKED));

        Answer answer =
                post(NEW, "\"resource_ids\":[\"r1\",\"r2\"],\"period_type\":2,\"period_num\":1,\"is_auto_pay\":1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("order_ids")).hasSize(1);
        assertThat(answer.json().at("/fail_resource_infos/0/resource_id").asText())
                .isEqualTo("r2");
        assertThat(standIn.journal().placedRenewals("r2")).isZero();
    }

    @Test
    void onlyPrimaryResourcesAreRenewed() throws Exception {
        assertThat(post(NEW, "\"resource_ids\":[\"disk\"],\"period_type\":2,\"period_num\":1")
                        .code())
                .isEqualTo("CBC.30010036");
    }

    @Test
    void thePartnerCannotRenew() throws Exception {
        var keys = standIn.state().partner(StandInPartnerApi.PARTNER).keys();

        Answer answer = new SignedClient(standIn.uri(), keys)
                .post(NEW, "{\"resource_ids\":[\"r1\"],\"period_type\":2,\"period_num\":1}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("CBC.0151");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"resource_ids\":[],\"period_type\":2,\"period_num\":1",
                "\"resource_ids\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"],"
                        + "\"period_type\":2,\"period_num\":1",
                "\"resource_ids\":[\"r1\"],\"period_type\":1,\"period_num\":1",
                "\"resource_ids\":[\"r1\"],\"period_type\":2,\"period_num\":12",
                "\"resource_ids\":[\"r1\"],\"period_type\":3,\"period_num\":4",
                "\"resource_ids\":[\"r1\"],\"period_type\":\"2\",\"period_num\":1",
                "\"resource_ids\":[\"r1\"],\"period_type\":2,\"period_num\":1,\"expire_mode\":1",
                "\"resource_ids\":[\"r1\"],\"period_type\":2,\"period_num\":1,\"is_auto_pay\":2",
                "\"resource_ids\":[\"r1\"],\"period_type\":2,\"period_num\":1}{"
            })
    void theNewEndpointRefuses(String fields) throws Exception {
        Answer answer = post(NEW, fields);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("CBC.0100");
    }

    @Test
    void theOldEndpointWantsAnExpireMode() throws Exception {
        assertThat(post(OLD, "\"resource_ids\":[\"r1\"],\"period_type\":2,\"period_num\":1")
                        .code())
                .isEqualTo("CBC.0100");
    }

    @Test
    void automaticRenewalThatIsOffCannotBeTurnedOff() throws Exception {
        String path = "/v2/orders/subscriptions/resources/autorenew/r1";

        assertThat(client().delete(path).code()).isEqualTo("CBC.99003605");
        assertThat(client().post(path, "{}").status()).isEqualTo(204);
        assertThat(client().delete(path).status()).isEqualTo(204);
        assertThat(client().delete(path + "x").code()).isEqualTo("CBC.99003012");
    }

    @Test
    void payPerUseNamesTheResourcesItCannotBeSetFor() throws Exception {
        Answer answer = client().post(
                        "/v2/orders/subscriptions/resources/to-on-demand",
                        "{\"operation\":\"SET_UP\",\"resource_ids\":[\"r1\",\"nobody\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/error_details/0/id").asText()).isEqualTo("nobody");
        assertThat(standIn.state().resource("r1").orElseThrow().expirePolicy()).isEqualTo(1);
    }

    private String expiry(String resourceId) {
        return standIn.state().resource(resourceId).orElseThrow().expires().toString();
    }

    private Answer post(String path, String fields) throws Exception {
        return client().post(path, "{" + fields + "}");
    }

    private SignedClient client() {
        return new SignedClient(
                standIn.uri(), standIn.state().customer("c1").orElseThrow().keys());
    }
}
