package io.hcpnbridge.partner.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.CustomerIdentity;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What IAM gave is handed out to exactly whom it was given for, while it lives, and not after the partner refused it. */
class ObtainedCredentialsTest {
    private final TestClock time = new TestClock();
    private final ObtainedCredentials obtained =
            new ObtainedCredentials(new PartnerClock(time, Duration.ofMinutes(15)));

    /** What happens to the cache, one thing after the other. */
    private record Step(String what, CustomerIdentity identity, int minutes) {}

    @Property
    void whateverHappensACredentialIsOnlyEverItsOwnOnes(@ForAll("steps") List<Step> steps) {
        ObtainedCredentials fresh = new ObtainedCredentials(new PartnerClock(time, Duration.ofMinutes(15)));
        Map<CustomerIdentity, Instant> expiry = new HashMap<>();
        for (Step step : steps) {
            CustomerIdentity identity = step.identity();
            switch (step.what()) {
                case "keep" -> {
                    Instant expires = time.instant().plus(Duration.ofMinutes(step.minutes()));
                    fresh.keep(identity, keys(identity), expires);
                    expiry.put(identity, expires);
                }
                case "refuse" -> {
                    fresh.find(identity).ifPresent(fresh::refused);
                    expiry.remove(identity);
                }
                default -> time.now = time.now.plus(Duration.ofMinutes(step.minutes()));
            }
            Optional<Credential> found = fresh.find(identity);
            found.ifPresent(credential -> {
                assertThat(credential.accessKey()).isEqualTo(name(identity));
                assertThat(credential.belongsTo(identity)).isTrue();
                assertThat(time.instant()).isBefore(expiry.get(identity));
            });
            if (!expiry.containsKey(identity)) {
                assertThat(found).isEmpty();
            }
        }
    }

    @Test
    void nothingIsKeptForSomebodyElse() {
        CustomerIdentity one = new CustomerIdentity("a", "1", null);
        for (CustomerIdentity other : List.of(
                new CustomerIdentity("b", "1", null),
                new CustomerIdentity("a", "2", null),
                new CustomerIdentity("a", "1", "p"))) {
            assertThatThrownBy(() -> obtained.keep(other, keys(one), time.now.plusSeconds(900)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anHourIsUsedForFiftyFiveMinutesAndAMinuteForFortyEightSeconds() {
        CustomerIdentity identity = new CustomerIdentity("a", "1", null);
        obtained.keep(identity, keys(identity), time.now.plus(Duration.ofHours(1)));
        time.now = time.now.plus(Duration.ofMinutes(55)).minusSeconds(1);
        assertThat(obtained.find(identity)).isPresent();
        time.now = time.now.plusSeconds(1);
        assertThat(obtained.find(identity)).isEmpty();

        obtained.keep(identity, keys(identity), time.now.plusSeconds(60));
        time.now = time.now.plusSeconds(47);
        assertThat(obtained.find(identity)).isPresent();
        time.now = time.now.plusSeconds(1);
        assertThat(obtained.find(identity)).isEmpty();
    }

    @Test
    void aRefusedOneIsWorthANewAttemptIfItWasAcceptedBeforeAndElseOnce() {
        CustomerIdentity identity = new CustomerIdentity("a", "1", null);
        Credential never = keys(identity);
        obtained.keep(identity, never, time.now.plusSeconds(900));
        assertThat(obtained.refused(never)).isTrue();
        assertThat(obtained.refused(never)).as("by another call under way").isTrue();
        assertThat(obtained.find(identity)).isEmpty();
        assertThat(obtained.refused(keys(identity))).as("the second one").isFalse();
        assertThat(obtained.refused(keys(identity))).as("after its rest").isFalse();

        Credential once = keys(identity);
        obtained.keep(identity, once, time.now.plusSeconds(900));
        obtained.accepted(once);
        assertThat(obtained.refused(once)).isTrue();
        assertThat(obtained.find(identity)).isEmpty();
        assertThat(obtained.refused(keys(identity))).as("the first one since").isTrue();
    }

    @Test
    void whatIamSaysToLiveForYearsIsAskedForAnewAfterADay() {
        CustomerIdentity identity = new CustomerIdentity("a", "1", null);
        obtained.keep(identity, keys(identity), Instant.parse("2099-01-01T00:00:00Z"));
        time.now = time.now.plus(Duration.ofDays(1));
        assertThat(obtained.find(identity)).isEmpty();

        obtained.keep(identity, keys(identity), time.now.minusSeconds(60));
        assertThat(obtained.find(identity)).as("dead already").isEmpty();
    }

    @Test
    void aLateRefusalOfAnOldOneDoesNotDropTheNewOne() {
        CustomerIdentity identity = new CustomerIdentity("a", "1", null);
        Credential old = keys(identity);
        old.accept();
        Credential fresh = keys(identity);
        obtained.keep(identity, fresh, time.now.plusSeconds(900));

        assertThat(obtained.refused(old)).isTrue();
        assertThat(obtained.find(identity)).containsSame(fresh);
    }

    @Test
    void configuredKeysAreNeverWornOut() {
        Credential configured = Credential.ofCustomer("a", "1", Secret.of("AK"), Secret.of("SK"), null);
        configured.accept();

        assertThat(obtained.refused(configured)).isFalse();
    }

    @Test
    void thereIsRoomForTenThousand() {
        for (int i = 0; i <= 10_000; i++) {
            CustomerIdentity identity = new CustomerIdentity("a", "c" + i, null);
            obtained.keep(identity, keys(identity), time.now.plusSeconds(900));
        }

        assertThat(obtained.find(new CustomerIdentity("a", "c0", null))).isEmpty();
        assertThat(obtained.find(new CustomerIdentity("a", "c1", null))).isPresent();
        assertThat(obtained.find(new CustomerIdentity("a", "c10000", null))).isPresent();
    }

    private static Credential keys(CustomerIdentity identity) {
        return Credential.temporaryKeys(identity, Secret.of(name(identity)), Secret.of("SK"), Secret.of("token"));
    }

    private static String name(CustomerIdentity identity) {
        return String.join("/", identity.tenant(), identity.customer(), String.valueOf(identity.project()));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<CustomerIdentity> identities = Combinators.combine(
                        Arbitraries.of("a", "b", "a-b"),
                        Arbitraries.of("1", "2", "a", "b-1"),
                        Arbitraries.of("p", "1").injectNull(0.4))
                .as(CustomerIdentity::new);
        return Combinators.combine(
                        Arbitraries.of("keep", "keep", "look", "refuse", "wait"),
                        identities,
                        Arbitraries.integers().between(1, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
