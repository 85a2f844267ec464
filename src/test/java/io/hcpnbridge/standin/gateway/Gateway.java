package io.hcpnbridge.standin.gateway;

import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.fault.Faults;
import io.hcpnbridge.standin.journal.Journal;
import io.hcpnbridge.standin.state.PartnerState;
import io.hcpnbridge.standin.wire.Reply;
import io.hcpnbridge.standin.wire.WireHandler;
import io.hcpnbridge.standin.wire.WireRequest;
import io.hcpnbridge.standin.wire.WireResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Admits, counts, breaks on demand, hands to the business side and notes every call. */
public final class Gateway implements WireHandler {
    private static final int BODY_LIMIT = 12 * 1024 * 1024;
    private static final int TARGET_LIMIT = 32 * 1024;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

    private final StandInClock clock;
    private final SignatureCheck signatures;
    private final TokenCheck tokens;
    private final KeyLock lock;
    private final Quotas quotas = new Quotas(System::nanoTime);
    private final Faults faults;
    private final Journal journal;
    private final Function<Incoming, WireResponse> business;

    /** @param business answers admitted calls; may throw {@link ApiError} */
    public Gateway(
            StandInClock clock,
            PartnerState state,
            Faults faults,
            Journal journal,
            Function<Incoming, WireResponse> business) {
        this.clock = clock;
        this.lock = new KeyLock(clock);
        this.signatures = new SignatureCheck(state, clock, lock);
        this.tokens = new TokenCheck(state);
        this.faults = faults;
        this.journal = journal;
        this.business = business;
    }

    public Quotas quotas() {
        return quotas;
    }

    public KeyLock keyLock() {
        return lock;
    }

    /** Which tokens are of the right scope. */
    public TokenCheck tokens() {
        return tokens;
    }

    @Override
    public Reply handle(WireRequest request) {
        Incoming call = Incoming.of(request, UUID.randomUUID().toString().replace("-", ""));
        Optional<Fault> early = faults.beforeSignature(call);
        if (early.isPresent()) {
            return breakUp(call, early.get());
        }
        Incoming admitted;
        try {
            admitted = admit(call);
        } catch (ApiError e) {
            return answered(call, stamped(call, refusal(call, e)), false);
        }
        Optional<Fault> fault = faults.afterSignature(admitted);
        return fault.isPresent() ? breakUp(admitted, fault.get()) : answered(admitted, genuine(admitted), true);
    }

    private Incoming admit(Incoming call) {
        if (call.request().target().length() > TARGET_LIMIT) {
            throw ApiError.gateway(414, "APIGW.0201", "Request URI too long");
        }
        if (call.request().body().length > BODY_LIMIT) {
            throw ApiError.gateway(413, "APIGW.0201", "Request entity too large");
        }
        if (call.decoded() == null) {
            throw ApiError.gateway(400, "APIGW.0201", "Bad request: the target is not percent-encoded UTF-8");
        }
        if (call.api() == Api.UNKNOWN) {
            throw ApiError.gateway(404, "APIGW.0101", "The API does not exist or has not been published");
        }
        if (call.api() == Api.IAM_TOKENS && call.claimedKey() == null && !hasToken(call)) {
            return call;
        }
        boolean byToken =
                hasToken(call) && call.request().header("Authorization").isEmpty();
        Incoming verified = call.from(byToken ? tokens.verify(call) : signatures.verify(call));
        quotas.admit(verified);
        return verified;
    }

    private static boolean hasToken(Incoming call) {
        return call.request().header("X-Auth-Token").isPresent();
    }

    private static WireResponse refusal(Incoming call, ApiError refusal) {
        return call.api().family().equals("iam") ? refusal.iamResponse() : refusal.response(call.requestId());
    }

    private WireResponse genuine(Incoming call) {
        WireResponse response;
        try {
            response = business.apply(call);
        } catch (ApiError e) {
            response = refusal(call, e);
        } catch (RuntimeException e) {
            response = ApiError.business(500, "CBC.0999", "the stand-in broke: " + e)
                    .response(call.requestId());
        }
        return stamped(call, response);
    }

    private Reply breakUp(Incoming call, Fault fault) {
        WireResponse genuine =
                fault.taken() ? genuine(call) : stamped(call, WireResponse.of(200, WireResponse.JSON, new byte[0]));
        Reply broken = fault.breakage().instead(genuine);
        journal.note(call, broken instanceof WireResponse response ? response : null, fault.name(), fault.taken());
        return broken;
    }

    private Reply answered(Incoming call, WireResponse response, boolean taken) {
        journal.note(call, response, null, taken);
        return response;
    }

    private WireResponse stamped(Incoming call, WireResponse response) {
        return response.with("Date", HTTP_DATE.format(clock.instant().atZone(ZoneOffset.UTC)))
                .with("X-Request-Id", call.requestId());
    }
}
