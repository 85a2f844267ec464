package io.hcpnbridge.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.standin.SignedClient.Answer;
import io.hcpnbridge.standin.state.Keys;
import io.hcpnbridge.standin.state.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may call what, and whose orders and resources they see. */
class StandInVisibilityTest {
    private static final String NEW_LIST = "/v2/orders/customer-orders";
    private static final String OLD_LIST = "/v1.0/" + StandInPartnerApi.PARTNER + "/common/order-mgr/orders/detail";
    private static final String RESOURCES = "/v2/orders/suscriptions/resources/query";

    private final StandInPartnerApi standIn = new StandInPartnerApi().start();

    @BeforeEach
    void seed() {
        standIn.customer("c1");
        standIn.customer("c2", customer -> customer.consulting());
        standIn.order("c1", o -> o.id("CS-1"));
        standIn.order("c1", o -> o.id("CS-2"));
        standIn.order("c2", o -> o.id("CS-3"));
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void theOldListHidesConsultingCustomersFromThePartner() throws Exception {
        assertThat(partner().get(NEW_LIST).json().path("total_count").asInt()).isEqualTo(3);
        assertThat(oldList().json().at("/data/totalSize").asInt()).isEqualTo(2);
        assertThat(oldList("customer_id", "c2").json().at("/data/totalSize").asInt())
                .isZero();
    }

    @Test
    void aCustomerSeesItsOwnOrdersOnly() throws Exception {
        assertThat(customer("c1").get(NEW_LIST).json().path("total_count").asInt())
                .isEqualTo(2);
        assertThat(customer("c1").get(NEW_LIST + "/details/CS-3").code()).isEqualTo("CBC.30000010");
        assertThat(customer("c1").get(NEW_LIST, "customer_id", "c2").code()).isEqualTo("CBC.0151");
    }

    @Test
    void somebodyElsesDomainIsDenied() throws Exception {
        Answer answer =
                customer("c1").get("/v1.0/c2/common/order-mgr/orders/detail", "page_size", "10", "page_index", "1");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("CBC.0151");
    }

    @Test
    void aStrangersCustomerIsNoSubCustomer() throws Exception {
        standIn.partner("other");
        standIn.customerOf("other", "c9", customer -> customer);

        Answer answer = partner().get(NEW_LIST, "customer_id", "c9");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("CBC.99000035");
    }

    @Test
    void aDistributorNamesTheResellerWhoseCustomersItWants() throws Exception {
        standIn.state().put(standIn.partner("distributor").asDistributor());
        standIn.customerOf("distributor", "own", customer -> customer);
        standIn.customerOf("distributor", "theirs", customer -> customer.ofReseller("rp1"));
        Order own = standIn.order("own", o -> o);
        Order theirs = standIn.order("theirs", o -> o);
        SignedClient distributor = new SignedClient(standIn.uri(), Keys.madeUpFor("distributor"));

        assertThat(distributor.get(NEW_LIST).text()).contains(own.id()).doesNotContain(theirs.id());
        assertThat(distributor.get(NEW_LIST, "indirect_partner_id", "rp1").text())
                .contains(theirs.id())
                .doesNotContain(own.id());
        assertThat(distributor.get(NEW_LIST, "indirect_partner_id", "rp2").code())
                .isEqualTo("CBC.99000037");
    }

    @Test
    void paymentsForOthersAreListedOnRequest() throws Exception {
        standIn.order("c1", o -> o.id("CS-9").paidBy("c1"));

        Answer answer = partner().get(NEW_LIST, "customer_id", "c1", "method", "sub_customer");

        assertThat(answer.json().path("total_count").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/order_infos/0/order_id").asText()).isEqualTo("CS-9");
    }

    @Test
    void whoQueriesResourcesCanBeSet() throws Exception {
        standIn.resource("c1", "r1", r -> r.of("CS-1"));
        standIn.resource("c1", "disk", r -> r.of("CS-1").attachedTo("r1"));

        assertThat(partner().post(RESOURCES, "{}").json().path("total_count").asInt())
                .isEqualTo(2);
        assertThat(customer("c1").post(RESOURCES, "{}").code()).isEqualTo("CBC.0151");

        standIn.settings().resourceQueryByPartner(false);
        assertThat(partner().post(RESOURCES, "{}").code()).isEqualTo("CBC.0151");
        assertThat(customer("c1")
                        .post(RESOURCES, "{\"only_main_resource\":1,\"order_id\":\"CS-1\"}")
                        .json()
                        .at("/data/0/resource_id")
                        .asText())
                .isEqualTo("r1");
        assertThat(customer("c2")
                        .post(RESOURCES, "{\"order_id\":\"CS-1\"}")
                        .json()
                        .path("total_count")
                        .asInt())
                .isZero();
    }

    private Answer oldList(String... narrowed) throws Exception {
        return narrowed.length == 0
                ? partner().get(OLD_LIST, "page_size", "10", "page_index", "1")
                : partner().get(OLD_LIST, "page_size", "10", "page_index", "1", narrowed[0], narrowed[1]);
    }

    private SignedClient partner() {
        return new SignedClient(standIn.uri(), standIn.partnerKeys());
    }

    private SignedClient customer(String id) {
        return new SignedClient(standIn.uri(), standIn.keysOf(id));
    }
}
