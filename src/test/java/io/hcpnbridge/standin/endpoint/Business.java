package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;

/** Hands an admitted call to its endpoint, one at a time. */
public final class Business implements Function<Incoming, WireResponse> {
    /** Families whose pages {@link PageTurns} counts. */
    private static final Set<String> PAGED = Set.of("list", "customers", "consumers", "fees", "resources", "quotas");

    private final PartnerState state;
    private final Settings settings;
    private final PageTurns pageTurns;
    private final OldOrders oldOrders;
    private final NewOrders newOrders;
    private final ResourceQueries resourceQueries;
    private final RenewEndpoints renewals;
    private final ExpiryPolicies expiryPolicies;
    private final IamEndpoints iam;
    private final PeriodPrices periodPrices;
    private final OnDemandPrices onDemandPrices;
    private final OldPrices oldPrices;
    private final PolicyQueries policyQueries;
    private final NewCustomers newCustomers;
    private final CustomerQueries customerQueries;
    private final RealnameEndpoints realname;
    private final Bills bills;
    private final OnDemandResources onDemandResources;
    private final Coupons coupons;

    public Business(PartnerState state, Settings settings, PageTurns pageTurns, Clock clock) {
        this.state = state;
        this.settings = settings;
        this.pageTurns = pageTurns;
        Visibility visibility = new Visibility(state);
        oldOrders = new OldOrders(state, visibility);
        newOrders = new NewOrders(state, visibility);
        resourceQueries = new ResourceQueries(state, settings);
        renewals = new RenewEndpoints(state);
        iam = new IamEndpoints(state, clock);
        expiryPolicies = new ExpiryPolicies(state, clock);
        periodPrices = new PeriodPrices(state.prices());
        onDemandPrices = new OnDemandPrices(state.prices());
        oldPrices = new OldPrices(state.prices());
        policyQueries = new PolicyQueries(state.policies());
        newCustomers = new NewCustomers(state.customerBook());
        customerQueries = new CustomerQueries(state.customerBook(), visibility);
        realname = new RealnameEndpoints(state);
        bills = new Bills(state, visibility, settings, clock);
        onDemandResources = new OnDemandResources(state, visibility);
        coupons = new Coupons(state, visibility);
    }

    /** @throws ApiError every refusal */
    @Override
    public WireResponse apply(Incoming call) {
        if (call.api().family().equals("iam")) {
            synchronized (state) {
                return iam.answer(call);
            }
        }
        if (call.caller().partner().site() != settings.site()) {
            throw ApiError.business(403, "CBC.0156", "The caller is not a customer of this site.");
        }
        synchronized (state) {
            WireResponse answer = answer(call);
            if (PAGED.contains(call.api().family())) {
                pageTurns.turned(state);
            }
            return answer;
        }
    }

    private WireResponse answer(Incoming call) {
        return switch (call.api()) {
            case OLD_LIST -> oldOrders.list(call);
            case OLD_DETAIL -> oldOrders.detail(call);
            case OLD_PROVISIONING -> oldOrders.provisioning(call);
            case OLD_RENEW -> renewals.old(call);
            case NEW_LIST -> newOrders.list(call);
            case NEW_DETAIL -> newOrders.detail(call);
            case NEW_RENEW -> renewals.current(call);
            case RESOURCE_QUERY -> resourceQueries.query(call);
            case AUTO_RENEW_ON -> expiryPolicies.autoRenewOn(call);
            case AUTO_RENEW_OFF -> expiryPolicies.autoRenewOff(call);
            case TO_ON_DEMAND -> expiryPolicies.toOnDemand(call);
            case IAM_TOKENS, IAM_TEMPORARY_KEYS -> iam.answer(call);
            case PERIOD_PRICE -> periodPrices.rate(call);
            case ON_DEMAND_PRICE -> onDemandPrices.rate(call);
            case OLD_PRICE -> oldPrices.rate(call);
            case POLICIES -> policyQueries.list(call);
            case CREATE_CUSTOMER -> newCustomers.create(call);
            case CHECK_IDENTITY -> newCustomers.checkIdentity(call);
            case SEND_CODE -> newCustomers.sendCode(call);
            case CUSTOMERS -> customerQueries.list(call);
            case REALNAME_ENTERPRISE, REALNAME_CHANGE -> realname.enterprise(call);
            case REALNAME_INDIVIDUAL -> realname.individual(call);
            case REALNAME_RESULT -> realname.result(call);
            case CONSUMERS -> bills.consumers(call);
            case FEE_RECORDS -> bills.records(call);
            case POSTPAID_SUMMARY -> bills.postpaidSummary(call);
            case ON_DEMAND_RESOURCES -> onDemandResources.query(call);
            case ISSUED_QUOTAS -> coupons.issuedQuotas(call);
            case ORDER_COUPONS -> coupons.ofOrder(call);
            case UNKNOWN -> throw ApiError.gateway(404, "APIGW.0101", "The API does not exist");
        };
    }
}
