package io.hcpnbridge.partner.credential;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.CustomerIdentity;
import io.hcpnbridge.partner.PartnerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Credentials of customers as IAM gave them, each for exactly one tenant, customer and project. In memory only, the oldest make
 * room. None is handed out in the last fifth of its life, or its last five minutes if that is less, after a day, whatever IAM says
 * of its life, nor after the keys or the password were replaced with which it was obtained.
 */
@Component
@Order(2)
public class ObtainedCredentials implements CustomerCredentials {
    private static final int MOST = 10_000;
    private static final Duration LARGEST_MARGIN = Duration.ofMinutes(5);
    private static final int PARTS_OF_LIFE = 5;
    /** What IAM gives lives no longer. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    private final PartnerClock clock;
    private final Map<CustomerIdentity, Entry> entries = new LinkedHashMap<>();

    /** The credentials, fresh from IAM, for whose refusal a second one was worth an attempt; the oldest make room. */
    private final Map<CustomerIdentity, Credential> secondTries = new LinkedHashMap<>();

    private record Entry(Credential credential, Instant usableUntil) {}

    ObtainedCredentials(PartnerClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Credential> find(CustomerIdentity identity) {
        Entry entry = entries.get(identity);
        if (entry == null) {
            return Optional.empty();
        }
        if (!clock.now().isBefore(entry.usableUntil()) || entry.credential().isReplaced()) {
            entries.remove(identity);
            return Optional.empty();
        }
        return Optional.of(entry.credential());
    }

    /**
     * Keeps what IAM gave for this identity.
     *
     * @throws IllegalArgumentException if it is somebody else's
     */
    public synchronized void keep(CustomerIdentity identity, Credential credential, Instant expires) {
        if (!credential.belongsTo(identity)) {
            throw new IllegalArgumentException("A credential was about to be kept for somebody else");
        }
        entries.remove(identity);
        if (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(identity, new Entry(credential, usableUntil(clock.now(), expires)));
    }

    /**
     * The partner did not accept it: it is not handed out again.
     *
     * @return true if a new one is worth another attempt at once: it had been accepted before, or is the first that was never
     *     accepted since one was
     */
    public synchronized boolean refused(Credential credential) {
        entries.values().removeIf(entry -> entry.credential() == credential);
        if (!credential.isObtained()) {
            return false;
        }
        return credential.wasAccepted() || isFirst(credential);
    }

    private boolean isFirst(Credential credential) {
        if (secondTries.size() >= MOST) {
            secondTries.remove(secondTries.keySet().iterator().next());
        }
        return secondTries.computeIfAbsent(credential.identity(), none -> credential) == credential;
    }

    /** A call made with it was answered with yes or no. */
    public synchronized void accepted(Credential credential) {
        credential.accept();
        if (credential.isObtained()) {
            secondTries.remove(credential.identity());
        }
    }

    /** The last moment to use what lives from now until then. */
    public static Instant usableUntil(Instant now, Instant expires) {
        Instant end = expires.isAfter(now.plus(LONGEST_LIFE)) ? now.plus(LONGEST_LIFE) : expires;
        Duration margin = Duration.between(now, end).dividedBy(PARTS_OF_LIFE);
        return end.minus(margin.compareTo(LARGEST_MARGIN) > 0 ? LARGEST_MARGIN : margin);
    }
}
