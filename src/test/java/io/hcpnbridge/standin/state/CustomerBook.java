package io.hcpnbridge.standin.state;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The customers' accounts, as partners register and see them. Guarded by the monitor of its {@link PartnerState}. */
public final class CustomerBook {
    /** Platform id (xaccount_type) of partners for which none is set. */
    public static final String PLATFORM = "ACME_ERP";

    private static final int ACCOUNTS_PER_PHONE = 5;

    private final PartnerState state;
    private final Associations associations;
    private final VerificationCodes codes;
    private final Realname realname;
    private final Map<String, Profile> profiles = new LinkedHashMap<>();
    private final Map<String, String> platforms = new LinkedHashMap<>();
    private final Map<String, Set<String>> resellers = new LinkedHashMap<>();
    private final Set<String> reported = new HashSet<>();

    CustomerBook(PartnerState state, Clock clock) {
        this.state = state;
        associations = new Associations(clock);
        codes = new VerificationCodes(clock);
        realname = new Realname(this, clock);
    }

    public Associations associations() {
        return associations;
    }

    public VerificationCodes codes() {
        return codes;
    }

    public Realname realname() {
        return realname;
    }

    /** Changes what is told about a customer. */
    public Profile profile(String customerId, UnaryOperator<Profile> change) {
        synchronized (state) {
            return change.apply(profiles.computeIfAbsent(customerId, Profile::new));
        }
    }

    public Profile profile(String customerId) {
        return profile(customerId, profile -> profile);
    }

    /** The platform id that Huawei assigned to the partner. */
    public String platform(String partnerId) {
        return platforms.getOrDefault(partnerId, PLATFORM);
    }

    public CustomerBook platform(String partnerId, String platform) {
        platforms.put(partnerId, platform);
        return this;
    }

    /** A reseller of the distributor. */
    public CustomerBook reseller(String distributorId, String resellerId) {
        resellers.computeIfAbsent(distributorId, id -> new HashSet<>()).add(resellerId);
        return this;
    }

    public boolean isReseller(String distributorId, String resellerId) {
        return resellers.getOrDefault(distributorId, Set.of()).contains(resellerId);
    }

    /** A phone number or mailbox that Huawei has registered for itself. */
    public CustomerBook reported(String contact) {
        reported.add(contact);
        return this;
    }

    public boolean isReported(String contact) {
        return reported.contains(contact);
    }

    public boolean hasAccount(String name) {
        return any(profile -> profile.accountName().equalsIgnoreCase(name));
    }

    public boolean hasEmail(String email) {
        return any(profile -> email.equalsIgnoreCase(profile.email()));
    }

    public boolean isPhoneExhausted(String phone) {
        return profiles.values().stream()
                        .filter(p -> phone.equals(p.mobilePhone()))
                        .count()
                >= ACCOUNTS_PER_PHONE;
    }

    public boolean hasPlatformUser(String xaccountId, String xaccountType) {
        return any(profile ->
                xaccountId.equals(profile.xaccountId()) && Objects.equals(xaccountType, profile.xaccountType()));
    }

    /**
     * A new account below a partner, associated or not; its id follows from the platform's user.
     *
     * @param reseller null if it is the partner's own
     */
    public Profile register(Partner partner, String reseller, String xaccountId, String xaccountType) {
        String id = UUID.nameUUIDFromBytes((xaccountType + ":" + xaccountId).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        state.put(new Customer(id, partner.domainId(), Keys.madeUpFor(id), true, reseller));
        Profile profile = new Profile(id).account("hw_" + id.substring(3)).platformUser(xaccountId, xaccountType);
        profiles.put(id, profile);
        return profile;
    }

    /** Associated customers of the partner that fit, in the order they came. */
    public List<Profile> associated(Collection<String> customerIds, Predicate<Profile> which) {
        customerIds.stream().sorted().forEach(this::profile);
        return profiles.values().stream()
                .filter(profile -> customerIds.contains(profile.customerId()))
                .filter(Profile::isAssociated)
                .filter(which)
                .toList();
    }

    private boolean any(Predicate<Profile> which) {
        return profiles.values().stream().anyMatch(which);
    }
}
