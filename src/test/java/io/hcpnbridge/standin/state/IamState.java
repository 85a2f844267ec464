package io.hcpnbridge.standin.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What IAM knows: users, agencies that customers made for partners, and the credentials it gave. Guarded by its own monitor. */
public final class IamState {
    private final Clock clock;
    private final PartnerState state;
    private final Map<String, IamUser> users = new HashMap<>();
    private final Set<Agency> agencies = new HashSet<>();
    private final Map<String, IssuedKeys> keys = new HashMap<>();
    private final Map<String, IssuedToken> tokens = new HashMap<>();
    private Duration shortened;
    private int issued;

    /** What a customer made for a partner. */
    private record Agency(String customerId, String partnerDomainId, String name) {}

    /** A user of a partner account who may act for customers. */
    public record IamUser(String partnerDomainId, String domainName, String name, String password) {}

    /** Temporary keys of a customer. */
    public record IssuedKeys(Keys keys, String customerId, String partnerDomainId, String agency, Instant expires) {}

    /**
     * A token.
     *
     * @param customerId null for a partner's own
     * @param project null for the whole account
     */
    public record IssuedToken(
            String token, String customerId, String partnerDomainId, String agency, String project, Instant expires) {}

    IamState(Clock clock, PartnerState state) {
        this.clock = clock;
        this.state = state;
    }

    public synchronized void user(String partnerDomainId, String domainName, String name, String password) {
        users.put(domainName + "/" + name, new IamUser(partnerDomainId, domainName, name, password));
    }

    /** The user's password becomes another; tokens that were given to it or by it are worth nothing any longer. */
    public synchronized void changePassword(String domainName, String name, String password) {
        var user = user(domainName, name).orElseThrow();
        user(user.partnerDomainId(), domainName, name, password);
        tokens.values().removeIf(token -> token.partnerDomainId().equals(user.partnerDomainId()));
    }

    public synchronized Optional<IamUser> user(String domainName, String name) {
        return Optional.ofNullable(users.get(domainName + "/" + name));
    }

    /** The customer lets its partner act for it, by an agency of that name. */
    public synchronized void authorise(String customerId, String agency) {
        agencies.add(new Agency(customerId, partnerOf(customerId), agency));
    }

    /** The customer deletes its agencies; what they gave is worth nothing any longer. */
    public synchronized void revoke(String customerId) {
        agencies.removeIf(agency -> agency.customerId().equals(customerId));
    }

    public synchronized boolean isAuthorised(String customerId, String partnerDomainId, String agency) {
        return agencies.contains(new Agency(customerId, partnerDomainId, agency));
    }

    /** From now on credentials live so long, whatever is asked for; null = as asked for. */
    public synchronized void lifetime(Duration time) {
        shortened = time;
    }

    /** What was given so far expires now. */
    public synchronized void expireAll() {
        Instant past = clock.instant().minusSeconds(1);
        keys.replaceAll((key, k) -> new IssuedKeys(k.keys(), k.customerId(), k.partnerDomainId(), k.agency(), past));
        tokens.replaceAll((token, t) ->
                new IssuedToken(token, t.customerId(), t.partnerDomainId(), t.agency(), t.project(), past));
    }

    public synchronized IssuedKeys issueKeys(String customerId, String partner, String agency, Duration asked) {
        String number = String.valueOf(++issued);
        Keys fresh = new Keys(
                "AKTEMP-" + number + "-" + customerId,
                "TempSecretOf-" + number + "-0123456789abcdef",
                "SecurityTokenOf-" + number + "-canary-0123456789abcdef==");
        IssuedKeys given = new IssuedKeys(fresh, customerId, partner, agency, expiry(asked));
        keys.put(fresh.accessKey(), given);
        return given;
    }

    public synchronized IssuedToken issueToken(
            String customerId, String partner, String agency, String project, Duration asked) {
        String token = "IamToken-" + ++issued + "-canary-0123456789abcdef==";
        IssuedToken given = new IssuedToken(token, customerId, partner, agency, project, expiry(asked));
        tokens.put(token, given);
        return given;
    }

    public synchronized Optional<IssuedKeys> keys(String accessKey) {
        return Optional.ofNullable(keys.get(accessKey));
    }

    public synchronized Optional<IssuedToken> token(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    public boolean isOver(Instant expires) {
        return !clock.instant().isBefore(expires);
    }

    private Instant expiry(Duration asked) {
        return clock.instant().plus(shortened == null ? asked : shortened);
    }

    private String partnerOf(String customerId) {
        return state.customer(customerId).orElseThrow().partnerId();
    }
}
