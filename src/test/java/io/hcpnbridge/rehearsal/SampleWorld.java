package io.hcpnbridge.rehearsal;

import static io.hcpnbridge.standin.state.ServiceType.EBS;
import static io.hcpnbridge.standin.state.ServiceType.EC2;
import static io.hcpnbridge.standin.state.ServiceType.VPC;

import io.hcpnbridge.standin.StandInPartnerApi;
import io.hcpnbridge.standin.state.LineItem;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.Price;
import io.hcpnbridge.standin.state.ServiceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the samples in {@code mappings/} ask about: customers, orders and resources of the stand-in. */
public final class SampleWorld {
    private static final String FIRST = "c0ffee0000000000000000000000001";
    private static final String SECOND = "c0ffee0000000000000000000000002";

    private final StandInPartnerApi partner;

    private SampleWorld(StandInPartnerApi partner) {
        this.partner = partner;
    }

    /** Seeds the stand-in; the adapter knows the keys of the first customer, for the second one it asks IAM. */
    public static void seed(Surroundings surroundings) {
        surroundings.knowCustomer(FIRST).authorisingCustomer(SECOND);
        var world = new SampleWorld(surroundings.partner());
        world.ordersOfTheFirstQuarter();
        world.ordersOfThirtyMonths();
        world.ordersBeingProvisioned();
        world.resourcesToRenew();
        SampleCustomers.seed(surroundings.partner());
        SamplePrices.seed(surroundings.partner(), FIRST, SECOND);
        SampleCoupons.seed(surroundings.partner());
        SampleBills.seed(surroundings);
        surroundings
                .partner()
                .state()
                .nameRenewals(ids -> "CS-RENEWAL-OF-" + String.join("-", ids).toUpperCase(Locale.ROOT));
    }

    private void ordersOfTheFirstQuarter() {
        var created = "2024-03-07T08:05:01Z";
        var price = Price.of("120.0").discounted("607", "20.0", "100.0");
        partner.order(FIRST, order -> order.id("CS2403071605AB1C2")
                .created(created)
                .paid(Instant.parse("2024-03-07T08:05:40Z"))
                .service(EBS)
                .price(price)
                .line(LineItem.monthly(EBS, price, Instant.parse(created))));
        partner.resource(FIRST, "vol-0001", resource -> resource.of("CS2403071605AB1C2")
                .is(EBS, "hws.resource.type.volume", "SAS")
                .size("40", 17)
                .provisioning(1));
        partner.order(SECOND, order -> order.id("CS2402140930PROJ1")
                .created("2024-02-14T01:30:00Z")
                .service(EC2)
                .price(Price.of("12345678901234.567890"))
                .project("0f1e2d3c", "华东生产"));
        partner.order(SECOND, order -> order.id("CS2402201015COMB1")
                .created("2024-02-20T02:15:00Z")
                .service(EC2)
                .price(Price.of("0.3"))
                .subOrder(part("CS2402201015PART1", EC2, "0.1"))
                .subOrder(part("CS2402201015PART2", VPC, "0.2")));
        lines();
    }

    private Order part(String id, ServiceType service, String amount) {
        return partner.state()
                .draft(SECOND, Instant.parse("2024-02-20T02:15:00Z"))
                .id(id)
                .service(service)
                .price(Price.of(amount))
                .build();
    }

    private void lines() {
        var created = Instant.parse("2024-03-15T02:00:00Z");
        partner.order(SECOND, order -> {
            order.id("CS2403151000LONG1").created(created).service(EC2).price(Price.of("230.00"));
            for (int i = 1; i <= 230; i++) {
                order.line(LineItem.monthly(EC2, Price.of("1.00"), created).described("s6.large.2 / " + i));
            }
            return order;
        });
    }

    private void ordersOfThirtyMonths() {
        partner.orders(
                FIRST, 30, Instant.parse("2022-01-03T03:04:05Z"), Duration.ofDays(30), (number, order) -> order.id(
                                "CS-MONTHLY-%02d".formatted(number))
                        .service(number % 2 == 0 ? EBS : EC2)
                        .status(number == 7 ? 10 : 5)
                        .price(Price.of("0.1").discounted("700", "0.01", "0.09")));
        partner.order(FIRST, order -> order.id("CS-ON-THE-BORDER")
                .created("2022-12-31T16:00:00Z")
                .price(Price.of("0.20")));
    }

    private void ordersBeingProvisioned() {
        var created = Instant.parse("2024-03-28T06:30:00Z");
        partner.order(FIRST, order -> order.id("CS2403281430PROC1")
                .created(created)
                .status(3)
                .service(EC2)
                .price(Price.of("3.00"))
                .line(LineItem.monthly(EC2, Price.of("1.00"), created))
                .line(LineItem.monthly(EBS, Price.of("2.00"), created)));
        partner.resource(
                FIRST, "ecs-0001", resource -> resource.of("CS2403281430PROC1").provisioning(1));
        partner.resource(FIRST, "vol-0002", resource -> resource.of("CS2403281430PROC1")
                .is(EBS, "hws.resource.type.volume", "SSD")
                .size("100", 17)
                .provisioning(0));
        var failed = Instant.parse("2024-03-20T04:00:00Z");
        partner.order(SECOND, order -> order.id("CS2403201200FAIL1")
                .created(failed)
                .service(EC2)
                .price(Price.of("3.00"))
                .line(LineItem.monthly(EC2, Price.of("1.00"), failed))
                .line(LineItem.monthly(EBS, Price.of("2.00"), failed)));
        partner.resource(
                SECOND, "ecs-0101", resource -> resource.of("CS2403201200FAIL1").provisioning(1));
        partner.resource(SECOND, "vol-0101", resource -> resource.of("CS2403201200FAIL1")
                .is(EBS, "hws.resource.type.volume", "SSD")
                .provisioning(2));
    }

    private void resourcesToRenew() {
        for (var id : new String[] {"res-0001", "res-0002", "res-0003", "res-0004", "res-0006", "res-0007"}) {
            partner.resource(FIRST, id, resource -> resource.monthlyPrice("33.30"));
        }
        partner.resource(FIRST, "res-0005", resource -> resource.lifeCycle(5)
                .valid(Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2023-12-31T15:59:59Z")));
        partner.resource(SECOND, "res-0101", resource -> resource.monthlyPrice("0.10"));
    }
}
