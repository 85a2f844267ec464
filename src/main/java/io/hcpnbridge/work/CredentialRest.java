package io.hcpnbridge.work;

import io.hcpnbridge.ledger.PauseLedger;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.judgement.Judgement;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Rests for credentials that the partner does not accept: it locks keys that fail repeatedly. When the rest is over one call is
 * made to see whether they are accepted again; all others wait for it.
 */
@Component
class CredentialRest {
    private static final Duration PROBE = Duration.ofSeconds(10);

    private final PauseLedger pauses;
    private final WorkProperties settings;

    CredentialRest(PauseLedger pauses, WorkProperties settings) {
        this.pauses = pauses;
        this.settings = settings;
    }

    /** The rest of the credential that the work's next call needs; empty if the call may be made. */
    Optional<PauseLedger.Rest> of(Work work) {
        var tenant = work.record().tenant();
        var rest = pauses.find(tenant, scope(work));
        if (rest.isPresent() && rest.get().remaining().toMillis() <= 0 && pauses.probe(tenant, scope(work), PROBE)) {
            work.probe();
            return Optional.empty();
        }
        return rest;
    }

    /** Not accepted: it rests, longer each time. */
    PauseLedger.Rest begin(Work work, Judgement judgement) {
        return pauses.pause(
                work.record().tenant(),
                scope(work),
                settings.credentialPause(),
                settings.credentialPauseLongest(),
                judgement.code(),
                work.probes());
    }

    /** A call went through, or the reason is gone: nobody needs to wait any longer. */
    void end(Work work) {
        if (work.probes()) {
            pauses.end(work.record().tenant(), scope(work));
        }
    }

    /** How long to wait before looking again: a probe may take much less than its time. */
    Duration wait(PauseLedger.Rest rest) {
        var longest = settings.credentialPause();
        return rest.remaining().compareTo(longest) < 0 ? rest.remaining() : longest;
    }

    /** Whether it was not accepted so often in a row that its records are answered instead of waiting. */
    boolean isHopeless(PauseLedger.Rest rest) {
        return rest.strikes() >= settings.credentialTries();
    }

    static String scope(Work work) {
        var request = work.request();
        return request.caller() == Caller.CUSTOMER ? "credential:customer:" + request.customer() : "credential:partner";
    }
}
