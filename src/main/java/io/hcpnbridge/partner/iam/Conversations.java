package io.hcpnbridge.partner.iam;

import io.hcpnbridge.partner.CustomerIdentity;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets one after the other talk to IAM for one tenant. Whoever waited shares the failure that he waited for: IAM is not asked
 * again by each of them, so that no key is locked and no queue builds up.
 */
final class Conversations {
    private static final int MOST_REFUSALS = 1_000;

    private final Semaphore free = new Semaphore(1, true);
    private final Map<CustomerIdentity, Failure> refusals = new LinkedHashMap<>();
    private Failure last;

    private record Failure(Judgement judgement, long ended) {}

    /** Waits for the turn; false if it did not come in time. */
    boolean begin(Duration longest) throws InterruptedException {
        return free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    void end() {
        free.release();
    }

    /** Notes why there is no credential: a refusal is about the customer, everything else about IAM or the partner. */
    synchronized void failed(CustomerIdentity identity, Judgement judgement) {
        Failure failure = new Failure(judgement, System.nanoTime());
        if (judgement.verdict() == Verdict.REFUSED) {
            refusals.remove(identity);
            if (refusals.size() >= MOST_REFUSALS) {
                refusals.remove(refusals.keySet().iterator().next());
            }
            refusals.put(identity, failure);
        } else {
            last = failure;
        }
    }

    /** The failure of a conversation that ended since then and holds for this customer, too. */
    synchronized Optional<Judgement> failedSince(long arrival, CustomerIdentity identity) {
        return Optional.ofNullable(refusals.get(identity))
                .filter(failure -> failure.ended() - arrival > 0)
                .or(() -> Optional.ofNullable(last).filter(failure -> failure.ended() - arrival > 0))
                .map(Failure::judgement);
    }
}
