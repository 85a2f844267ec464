package io.hcpnbridge.standin.state;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the association of new accounts goes: at once, unless told otherwise for the next ones. */
public final class Associations {
    /** Never found by any number of queries. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final Clock clock;
    private final Deque<Outcome> next = new ArrayDeque<>();
    private final Map<String, Outcome> planned = new HashMap<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private Instant fixedTime;

    private record Outcome(AssociationRefusal refusal, int queries) {}

    private record Waiting(Profile profile, int queries) {}

    Associations(Clock clock) {
        this.clock = clock;
    }

    /** The next account is not associated, for that reason. */
    public Associations refuseNext(AssociationRefusal reason) {
        next.add(new Outcome(reason, 0));
        return this;
    }

    /** The next account's association is slower than the creating call waits; so many queries do not find it. */
    public Associations delayNext(int queries) {
        next.add(new Outcome(null, queries));
        return this;
    }

    /** The account for that user of the platform is not associated, for that reason. */
    public Associations refuse(String xaccountId, AssociationRefusal reason) {
        planned.put(xaccountId, new Outcome(reason, 0));
        return this;
    }

    /** So many queries do not find the account for that user of the platform. */
    public Associations delay(String xaccountId, int queries) {
        planned.put(xaccountId, new Outcome(null, queries));
        return this;
    }

    /** The time all associations are said to be of, so that a run's answers can be foretold. */
    public Associations at(Instant time) {
        fixedTime = time;
        return this;
    }

    /** What the account is refused for; null if it is not. Asked once per account, before {@link #begin}. */
    public AssociationRefusal refusal(String xaccountId) {
        if (planned.containsKey(xaccountId)) {
            return planned.get(xaccountId).refusal();
        }
        return next.isEmpty() || next.peek().refusal() == null
                ? null
                : next.poll().refusal();
    }

    /** Begins; says whether it is done already. */
    public boolean begin(Profile profile) {
        Outcome outcome = planned.get(profile.xaccountId());
        if (outcome == null) {
            outcome = next.isEmpty() ? new Outcome(null, 0) : next.poll();
        }
        if (outcome.queries() == 0) {
            associate(profile);
            return true;
        }
        profile.associated(null);
        waiting.put(profile.customerId(), new Waiting(profile, outcome.queries()));
        return false;
    }

    /** Somebody asked for customers; that brings waiting associations on for the query after it. */
    public void queried() {
        waiting.replaceAll((id, one) -> one.queries() == NEVER ? one : new Waiting(one.profile(), one.queries() - 1));
        waiting.values().removeIf(one -> {
            if (one.queries() == 0) {
                associate(one.profile());
            }
            return one.queries() == 0;
        });
    }

    private void associate(Profile profile) {
        profile.associated(fixedTime == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : fixedTime);
    }
}
