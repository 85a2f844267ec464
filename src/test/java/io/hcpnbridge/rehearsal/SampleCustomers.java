package io.hcpnbridge.rehearsal;

import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.state.CustomerBook;
import java.time.Duration;
import java.time.Instant;

/** What the samples of {@code customers.*} are about: accounts, verification codes, associations and reviews of the stand-in. */
final class SampleCustomers {
    private static final Duration LONG = Duration.ofDays(1);

    private final StandInPartnerApi partner;
    private final CustomerBook book;

    private SampleCustomers(StandInPartnerApi partner) {
        this.partner = partner;
        this.book = partner.customers();
    }

    static void seed(StandInPartnerApi partner) {
        var world = new SampleCustomers(partner);
        world.customersToCreate();
        world.customersToVerify();
        world.customersToSee();
    }

    private void customersToCreate() {
        book.associations().at(Instant.parse("2024-05-06T07:08:09Z")).delay("erp-user-1003", 2);
        book.codes().put("13800000011", "246810", LONG);
        book.codes().put("13800000012", "135791", LONG);
    }

    private void customersToVerify() {
        for (int number = 1; number <= 4; number++) {
            verified("cafe00000000000000000000000b000" + number, "2", 0);
        }
        book.realname().passesAfter("cafe00000000000000000000000b0001", 1);
        book.realname().rejectedAfter("cafe00000000000000000000000b0002", 1, "营业执照不清晰，请重新上传");
        book.realname().passesAtOnce("cafe00000000000000000000000b0003");
        verified("cafe00000000000000000000000b0004", "0", 0);
        for (int number = 1; number <= 3; number++) {
            verified("cafe00000000000000000000000c000" + number, "-1", -1);
        }
        book.realname().passesAtOnce("cafe00000000000000000000000c0001");
        book.realname().passesAfter("cafe00000000000000000000000c0002", 1);
        book.codes().put("13800000021", "975310", LONG);
    }

    private void verified(String id, String status, int type) {
        partner.customer(id);
        book.profile(id, profile -> profile.verified(status, type));
    }

    private void customersToSee() {
        seen("cafe00000000000000000000000a0001", 0);
        seen("cafe00000000000000000000000a0002", 1);
        partner.customer("cafe00000000000000000000000a0003", customer -> customer.consulting());
        book.profile("cafe00000000000000000000000a0003", profile -> profile.account("referred_shop")
                .named("=公式,有限公司")
                .labelled("示例客户")
                .associated(Instant.parse("2024-04-30T16:00:00Z")));
    }

    private void seen(String id, int frozen) {
        partner.customer(id);
        book.profile(id, profile -> profile.account("shop_" + id.substring(28))
                .named("华东商贸" + id.substring(31) + "号有限公司")
                .contact("13800000031", "shop@example.com")
                .platformUser("erp-user-" + id.substring(28), CustomerBook.PLATFORM)
                .labelled("示例客户")
                .level("V2")
                .managedBy("manager_li")
                .verified("2", 1)
                .frozen(frozen)
                .associated(Instant.parse("2024-03-01T01:02:03Z")));
    }
}
