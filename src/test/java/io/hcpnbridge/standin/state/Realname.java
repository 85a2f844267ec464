package io.hcpnbridge.standin.state;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Real-name authentications and their reviews. A review takes a number of queries, or until a time of the stand-in's clock. */
public final class Realname {
    private static final int ENTERPRISE = 1;
    private static final int INDIVIDUAL = 0;
    private static final int MOST_ATTEMPTS = 10;

    /** What is to become of a customer's application: rejected with that opinion, or passed if it is null. */
    private record Plan(boolean reviewed, int queries, Instant from, String opinion) {}

    private static final class Application {
        private final int type;
        private Plan plan;
        private int queriesToGo;

        Application(int type, Plan plan) {
            this.type = type;
            this.plan = plan;
            queriesToGo = plan.queries();
        }
    }

    /** @param result 0 in review, 1 rejected, 2 passed */
    public record Review(int result, String opinion) {}

    private final CustomerBook book;
    private final Clock clock;
    private final Map<String, Plan> plans = new HashMap<>();
    private final Map<String, Application> applications = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Set<String> disabled = new HashSet<>();
    private final Set<String> bigFiles = new HashSet<>();
    private final Deque<RealnameRefusal> refusals = new ArrayDeque<>();

    Realname(CustomerBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** The next application of that customer needs no review. */
    public void passesAtOnce(String customerId) {
        plans.put(customerId, new Plan(false, 0, null, null));
    }

    /** So many queries find the customer's next application in review, then it has passed. */
    public void passesAfter(String customerId, int queries) {
        plans.put(customerId, new Plan(true, queries, null, null));
    }

    public void rejectedAfter(String customerId, int queries, String opinion) {
        plans.put(customerId, new Plan(true, queries, null, opinion));
    }

    /** In review until then. */
    public void passesFrom(String customerId, Instant time) {
        plans.put(customerId, new Plan(true, 0, time, null));
    }

    /** The next application is refused. */
    public void refuseNext(RealnameRefusal reason) {
        refusals.add(reason);
    }

    /** The partner has not enabled the upload of documents. */
    public void disable(String partnerId) {
        disabled.add(partnerId);
    }

    /** The bucket's object of that path is bigger than 10 MB. */
    public void tooBig(String path) {
        bigFiles.add(path);
    }

    public boolean isDisabled(String partnerId) {
        return disabled.contains(partnerId);
    }

    public boolean isTooBig(String path) {
        return bigFiles.contains(path);
    }

    /** Takes an application; null if it is taken. */
    public RealnameRefusal refusal(String customerId, boolean change) {
        if (!refusals.isEmpty()) {
            return refusals.poll();
        }
        if (attempts.merge(customerId, 1, Integer::sum) > MOST_ATTEMPTS) {
            return RealnameRefusal.TOO_MANY_ATTEMPTS;
        }
        Profile profile = book.profile(customerId);
        boolean verified = profile.verifiedStatus().equals("2");
        if (isInReview(customerId) || (verified && !change)) {
            return RealnameRefusal.ALREADY;
        }
        if (change && (!verified || profile.customerType() != INDIVIDUAL)) {
            return RealnameRefusal.CHECK_ITEM;
        }
        return null;
    }

    /** Begins; says whether it goes to manual review. */
    public boolean apply(String customerId, boolean enterprise, boolean reviewedByDefault) {
        Plan plan = plans.remove(customerId);
        var application = new Application(
                enterprise ? ENTERPRISE : INDIVIDUAL,
                plan == null ? new Plan(reviewedByDefault, reviewedByDefault ? 1 : 0, null, null) : plan);
        applications.put(customerId, application);
        if (application.plan.reviewed()) {
            book.profile(customerId).verified("0", book.profile(customerId).customerType());
        } else {
            book.profile(customerId).verified("2", application.type);
        }
        return application.plan.reviewed();
    }

    /** What a query of the result tells; null if nothing was ever submitted. */
    public Review review(String customerId) {
        Application application = applications.get(customerId);
        if (application == null) {
            return null;
        }
        Plan plan = application.plan;
        boolean waiting = application.queriesToGo > 0
                || (plan.from() != null && clock.instant().isBefore(plan.from()));
        if (waiting) {
            application.queriesToGo--;
            return new Review(0, null);
        }
        if (plan.opinion() == null) {
            book.profile(customerId).verified("2", application.type);
            return new Review(2, null);
        }
        book.profile(customerId).verified("1", book.profile(customerId).customerType());
        return new Review(1, plan.opinion());
    }

    private boolean isInReview(String customerId) {
        return book.profile(customerId).verifiedStatus().equals("0");
    }
}
