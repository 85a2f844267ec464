package io.hcpnbridge.work;

import io.hcpnbridge.ledger.PauseLedger;
import io.hcpnbridge.ledger.Trouble;
import io.hcpnbridge.partner.Caller;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.credential.IamNeed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Rests for credentials that the partner does not accept: it locks keys that fail repeatedly. When the rest is over one call is
 * made to see whether they are accepted again; all others wait for it.
 */
@Component
class CredentialRest {
    private static final Duration PROBE = Duration.ofSeconds(10);
    private static final String IAM = "credential:iam";

    /** A credential that rests. */
    record Resting(String scope, PauseLedger.Rest rest) {}

    private final PauseLedger pauses;
    private final WorkProperties settings;
    private final IamNeed iam;

    CredentialRest(PauseLedger pauses, WorkProperties settings, IamNeed iam) {
        this.pauses = pauses;
        this.settings = settings;
        this.iam = iam;
    }

    /** The rest of a credential that the work's next call needs; empty if the call may be made. */
    Optional<Resting> of(Work work) {
        for (var scope : scopes(work)) {
            var rest = pauses.find(work.record().tenant(), scope);
            if (rest.isPresent() && !mayProbe(work, scope, rest.get())) {
                return Optional.of(new Resting(scope, rest.get()));
            }
        }
        return Optional.empty();
    }

    private boolean mayProbe(Work work, String scope, PauseLedger.Rest rest) {
        var over =
                rest.remaining().toMillis() <= 0 && pauses.probe(work.record().tenant(), scope, PROBE);
        if (over) {
            work.probe(scope);
        }
        return over;
    }

    /** Not accepted: it rests, longer each time. */
    PauseLedger.Rest begin(Work work, String scope, Judgement judgement) {
        return pauses.pause(
                work.record().tenant(),
                scope,
                settings.credentialPause(),
                settings.credentialPauseLongest(),
                new Trouble(judgement.code(), judgement.text()),
                work.hasProbed(scope));
    }

    /** A call went through, or the reason is gone: nobody needs to wait any longer. */
    void end(Work work) {
        work.hasProbedAll().forEach(scope -> pauses.end(work.record().tenant(), scope));
    }

    /** The step is over: if its call has told nothing of the credential, the next one finds out. */
    void leave(Work work) {
        work.hasProbedAll().forEach(scope -> pauses.leave(work.record().tenant(), scope));
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

    /** What the partner did not accept: the caller's credential, or the one that the tenant shows to IAM. */
    static String scope(Work work, boolean byIam) {
        var request = work.request();
        if (byIam) {
            return IAM;
        }
        return request.caller() == Caller.CUSTOMER ? "credential:customer:" + request.customer() : "credential:partner";
    }

    private List<String> scopes(Work work) {
        var own = scope(work, false);
        return iam.asksIam(work.record().tenant(), work.request()) ? List.of(own, IAM) : List.of(own);
    }
}
