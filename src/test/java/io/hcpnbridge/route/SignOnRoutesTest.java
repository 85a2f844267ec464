package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** How a link is made for a record, as {@code sign-on.camel.yaml} says it. */
class SignOnRoutesTest extends ShippedRoutes {
    SignOnRoutesTest() {
        super("sign-on");
    }

    @Test
    void whatTheMappingWishesIsMadeBeforeTheAnswerIsMapped() {
        through("sign-on.link", null);

        assertThat(passed()).containsExactly("map-link-wish", "issue-link", "map-link");
    }

    @Test
    void whatWasToldIsFoundBeforeTheAnswerIsMapped() {
        through("customers.bound", null);

        assertThat(passed()).containsExactly("map-time-wish", "find-notices", "map-notices");
    }

    @Test
    void withoutALinkNothingIsAnswered() {
        when("issue-link", failing(new DataAccessResourceFailureException("gone")));

        through("sign-on.link", null);

        assertThat(passed()).doesNotContain("map-link");
    }
}
