package io.hcpnbridge.standin;

import io.hcpnbridge.standin.endpoint.Business;
import io.hcpnbridge.standin.endpoint.PageTurns;
import io.hcpnbridge.standin.endpoint.Settings;
import io.hcpnbridge.standin.fault.Faults;
import io.hcpnbridge.standin.gateway.Gateway;
import io.hcpnbridge.standin.gateway.KeyLock;
import io.hcpnbridge.standin.gateway.Quotas;
import io.hcpnbridge.standin.gateway.StandInClock;
import io.hcpnbridge.standin.gateway.TokenCheck;
import io.hcpnbridge.standin.journal.Journal;
import io.hcpnbridge.standin.state.Customer;
import io.hcpnbridge.standin.state.CustomerBook;
import io.hcpnbridge.standin.state.IamState;
import io.hcpnbridge.standin.state.Keys;
import io.hcpnbridge.standin.state.Order;
import io.hcpnbridge.standin.state.OrderDraft;
import io.hcpnbridge.standin.state.Partner;
import io.hcpnbridge.standin.state.PartnerRole;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.state.Resource;
import io.hcpnbridge.standin.state.ResourceDraft;
import io.hcpnbridge.standin.state.Site;
import io.hcpnbridge.standin.wire.WireServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The stand-in partner API: a partner with made-up keys from the start, everything else as seeded. One state seen through
 * the old and the new order endpoints; every signature checked; faults on demand; every call noted. Thread-safe.
 */
public final class StandInPartnerApi implements AutoCloseable {
    /** Domain id of the partner that exists from the start. */
    public static final String PARTNER = "0fake00partner00000000000000000a";

    private final StandInClock clock = new StandInClock();
    private final PartnerState state = new PartnerState(clock);
    private final Settings settings = new Settings();
    private final Faults faults = new Faults();
    private final Journal journal = new Journal(state);
    private final PageTurns pageTurns = new PageTurns();
    private final Gateway gateway =
            new Gateway(clock, state, faults, journal, new Business(state, settings, pageTurns, clock));
    private WireServer server;
    private WireServer another;

    /** A stand-in for the China site; not yet listening. */
    public StandInPartnerApi() {
        this(Site.CHINA);
    }

    public StandInPartnerApi(Site site) {
        settings.site(site);
        partner(PARTNER);
    }

    /** Listens on a free loopback port. */
    public StandInPartnerApi start() {
        return start(0);
    }

    /** Listens on that loopback port. */
    public synchronized StandInPartnerApi start(int port) {
        server = new WireServer(gateway, port);
        return this;
    }

    /** Listens at one more free loopback port, as IAM has an address of its own; says where. */
    public synchronized URI startAnother() {
        if (another == null) {
            another = new WireServer(gateway, 0);
        }
        return another.uri();
    }

    /** Where it listens: {@code http://127.0.0.1:port}. */
    public synchronized URI uri() {
        return server.uri();
    }

    public PartnerState state() {
        return state;
    }

    /** What partners register and see of customers: accounts, verification codes, associations, real names. */
    public CustomerBook customers() {
        return state.customerBook();
    }

    public Settings settings() {
        return settings;
    }

    public Faults faults() {
        return faults;
    }

    public Journal journal() {
        return journal;
    }

    public StandInClock clock() {
        return clock;
    }

    /** Off until set. */
    public Quotas quotas() {
        return gateway.quotas();
    }

    /** When a key is locked for its failures. */
    public KeyLock keyLock() {
        return gateway.keyLock();
    }

    /** Which tokens are of the right scope. */
    public TokenCheck tokens() {
        return gateway.tokens();
    }

    /** Users, agencies and the credentials that IAM gave. */
    public IamState iam() {
        return state.iam();
    }

    /** Changes the state while somebody pages. */
    public PageTurns pageTurns() {
        return pageTurns;
    }

    /** Keys of the partner that exists from the start. */
    public Keys partnerKeys() {
        return state.partner(PARTNER).keys();
    }

    /** The first partner gets new keys; the old ones are refused from now on. */
    public Keys rotatePartnerKeys(String generation) {
        return state.put(state.partner(PARTNER).withKeys(Keys.madeUpFor(PARTNER + "-" + generation)))
                .keys();
    }

    /** A customer gets new keys; the old ones are refused from now on. */
    public Keys rotateKeysOf(String customerId, String generation) {
        var customer = state.customer(customerId).orElseThrow();
        return state.put(customer.withKeys(Keys.madeUpFor(customerId + "-" + generation)))
                .keys();
    }

    public Keys keysOf(String customerId) {
        return state.customer(customerId).orElseThrow().keys();
    }

    /** A solution provider of this site with made-up keys; {@link Partner#as} for another role. */
    public Partner partner(String domainId) {
        return partner(domainId, Keys.madeUpFor(domainId), settings.site());
    }

    public Partner partner(String domainId, Keys keys, Site site) {
        return state.put(new Partner(domainId, keys, site, PartnerRole.SOLUTION_PROVIDER));
    }

    /** A reseller-model customer of the first partner, with made-up keys of its own. */
    public Customer customer(String id) {
        return customer(id, customer -> customer);
    }

    /** A customer of the first partner, varied. */
    public Customer customer(String id, UnaryOperator<Customer> vary) {
        return customerOf(PARTNER, id, vary);
    }

    public Customer customerOf(String partnerDomainId, String id, UnaryOperator<Customer> vary) {
        return state.put(vary.apply(new Customer(id, partnerDomainId, Keys.madeUpFor(id), true, null)));
    }

    /** A completed order of now over 100.00, varied. */
    public Order order(String customerId, UnaryOperator<OrderDraft> vary) {
        return state.put(vary.apply(state.draft(customerId, clock.instant())).build());
    }

    /**
     * Many orders of a customer, one every so often.
     *
     * @param vary gets the running number, from 0, and the draft
     * @return their ids, oldest first
     */
    public List<String> orders(
            String customerId,
            int count,
            Instant from,
            Duration step,
            BiFunction<Integer, OrderDraft, OrderDraft> vary) {
        return state.seed(customerId, count, from, step, vary);
    }

    /** A cloud server in use for another month, varied. */
    public Resource resource(String customerId, String id, UnaryOperator<ResourceDraft> vary) {
        return state.put(
                vary.apply(new ResourceDraft(id, customerId, clock.instant())).build());
    }

    /** Ends all connections and everything that hangs. */
    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
        }
        if (another != null) {
            another.close();
        }
    }
}
