package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** How rotated secrets come into use, as {@code secrets.camel.yaml} says it. */
class SecretsRoutesTest extends ShippedRoutes {
    SecretsRoutesTest() {
        super("secrets");
    }

    @Test
    void theNewKeysAreInUseBeforeTheRestOfTheOldOnesEnds() {
        through("look-for-new-secrets", null);

        assertThat(passed()).containsExactly("take-new-secrets", "release-credentials");
    }

    @Test
    void aLedgerThatIsAwayMeanwhileIsAskedAgainAtTheNextLook() {
        when("release-credentials", failing(new DataAccessResourceFailureException("gone")));

        assertThat(through("look-for-new-secrets", null).isFailed()).isFalse();
    }
}
