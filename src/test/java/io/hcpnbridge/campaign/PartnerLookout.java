package io.hcpnbridge.campaign;

import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.fault.Fault;
import io.hcpnbridge.standin.fault.Faults;
import io.hcpnbridge.standin.wire.Reply;
import io.hcpnbridge.standin.wire.WireResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/** Sees the moments of calls, where the partner's side of the connection is. */
final class PartnerLookout {
    private static final Map<Moment, Predicate<Incoming>> CALLS = Map.of(
            Moment.WRITE_ON_ITS_WAY, call -> call.api().family().equals("renew"),
            Moment.WRITE_TAKEN, call -> call.api().family().equals("renew"),
            Moment.WRITE_ANSWERED, call -> call.api().family().equals("renew"),
            Moment.POLICY_SET, call -> call.api().family().equals("expiry"),
            Moment.QUESTION_CALLED, PartnerLookout::asksAboutRenewal,
            Moment.READ_CALLED,
                    call -> !asksAboutRenewal(call)
                            && (call.api().family().equals("detail")
                                    || call.api().family().equals("list")));

    /** Only questions look for renewal orders. */
    private static boolean asksAboutRenewal(Incoming call) {
        return call.api() == Api.NEW_LIST && call.request().target().contains("order_type=2");
    }

    /** There must be a doubt first. */
    private static final Set<Moment> DOUBTED =
            Set.of(Moment.QUESTION_CALLED, Moment.VERDICT_COMING, Moment.VERDICT_NOTED);

    /** How faults are called that hold a call for a strike. */
    static final String STRUCK = "struck at ";

    private final Faults faults;
    private final Function<Incoming, Optional<Life>> caller;

    /** @param caller who makes a call */
    PartnerLookout(Faults faults, Function<Incoming, Optional<Life>> caller) {
        this.faults = faults;
        this.caller = caller;
    }

    void post(Ambush ambush) {
        var moment = ambush.strike().moment();
        if (DOUBTED.contains(moment)) {
            faults.next("renew", 1, Fault.closedAfter());
        }
        if (!CALLS.containsKey(moment)) {
            return;
        }
        var seen = new AtomicReference<Incoming>();
        Predicate<Incoming> which = call -> {
            if (!ambush.isWaiting() || !CALLS.get(moment).test(call)) {
                return false;
            }
            seen.set(call);
            return true;
        };
        var name = STRUCK + moment;
        faults.next(
                which,
                1,
                new Fault(
                        name, moment != Moment.WRITE_ON_ITS_WAY, false, genuine -> reply(ambush, seen.get(), genuine)));
    }

    private Reply reply(Ambush ambush, Incoming call, WireResponse genuine) {
        return connection -> {
            if (ambush.strike().moment() == Moment.WRITE_ANSWERED) {
                genuine.sendOver(connection);
            }
            caller.apply(call).ifPresent(ambush::fall);
            if (ambush.strike().moment() == Moment.WRITE_ON_ITS_WAY) {
                connection.reset();
                return false;
            }
            return ambush.strike().moment() == Moment.WRITE_ANSWERED || genuine.sendOver(connection);
        };
    }
}
