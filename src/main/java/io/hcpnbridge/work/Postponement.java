package io.hcpnbridge.work;

import io.hcpnbridge.ledger.ClaimLostException;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.PauseLedger;
import io.hcpnbridge.ledger.Trouble;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.call.LaneSlots;
import io.hcpnbridge.text.Words;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How a step ends that is to be done again: what it waits for, how long, and when that is hopeless. */
@Component("postponement")
public class Postponement {
    private static final Logger LOG = LoggerFactory.getLogger(Postponement.class);

    private static final Trouble ROUTE_STOPPED =
            new Trouble("BRIDGE.ROUTE_STOPPED", new Words("A route on its way is stopped", "途经的一个路由已被停止"));

    private final StepEnd step;
    private final PauseLedger pauses;
    private final LaneSlots slots;
    private final CredentialRest credentials;
    private final FollowUp followUp;
    private final WorkProperties settings;

    Postponement(
            StepEnd step,
            PauseLedger pauses,
            LaneSlots slots,
            CredentialRest credentials,
            FollowUp followUp,
            WorkProperties settings) {
        this.step = step;
        this.followUp = followUp;
        this.pauses = pauses;
        this.slots = slots;
        this.credentials = credentials;
        this.settings = settings;
    }

    /** Whether the call can be made. If not, its credential rests: the record is put back, or answered when that is hopeless. */
    public boolean credentialIsReady(Exchange exchange) {
        var work = Work.of(exchange);
        var resting = credentials.of(work);
        resting.ifPresent(found -> {
            var rest = found.rest();
            var wait = spread(credentials.wait(rest));
            var text = Words.of(
                    "Not sent: the partner did not accept the %s %s times in a row",
                    "没有发送：伙伴连续 %2$s 次没有接受 %1$s", found.scope(), rest.strikes());
            if (credentials.isHopeless(rest) && !work.record().pending() || followUp.isTooLate(work, wait)) {
                followUp.giveUpAll(exchange, rest.reason(), text);
            } else {
                step.conclude(exchange, Conclusion.Postpone.waiting(wait, new Trouble(rest.reason(), text)));
            }
        });
        return resting.isEmpty();
    }

    /** Puts the record back without a call while the route that comes next is stopped. */
    public void waitForRoute(Exchange exchange) {
        LOG.warn("{} waits: a route on its way is stopped", Work.of(exchange));
        step.conclude(exchange, Conclusion.Postpone.waiting(spread(settings.routePause()), ROUTE_STOPPED));
    }

    /**
     * HTTP 429: lets the whole lane rest, longer with each in a row; no failure of the record. Where the quota is taken for a while only the
     * record waits: others of its lane may be more urgent, or call another API.
     */
    public void slowLaneDown(Exchange exchange) {
        var judgement = Work.of(exchange).judgement();
        var record = Work.of(exchange).record();
        var first = longer(settings.throttlePause(), askedFor(record, judgement));
        var own = judgement.httpStatus() == null;
        var rest = own ? first : restLane(record, first, longer(first, settings.throttlePauseLongest()), judgement);
        LOG.info(
                own
                        ? "{}: {} is throttled ({}); the record waits for {}"
                        : "{}: {} is throttled ({}); the lane rests for {}",
                record.tenant(),
                record.interfaceName(),
                judgement.code(),
                rest);
        // The adapter's own pace is nobody's failure, however long it takes.
        if (own) {
            step.conclude(exchange, Conclusion.Postpone.waiting(spread(rest), trouble(judgement)));
        } else {
            slots.slowDown(record.tenant(), Work.of(exchange).request().api());
            waitWithoutCounting(exchange, judgement, rest);
        }
    }

    /** Leaves the record to whoever looks next: this replica stops, or the work is paused, and nothing was sent. */
    public void giveBack(Exchange exchange) {
        try {
            step.conclude(exchange, new Conclusion.Postpone(Duration.ZERO, false));
        } catch (ClaimLostException | DataAccessException | TransactionException e) {
            LOG.error(
                    "{}: left to the sweep of expired claims: {}",
                    Work.of(exchange),
                    e.getClass().getSimpleName());
        }
    }

    /** No connection, nothing was sent: the lane rests and its records wait, however long it takes. */
    public void waitForPartner(Exchange exchange) {
        var judgement = Work.of(exchange).judgement();
        var record = Work.of(exchange).record();
        var rest = restLane(record, settings.backoffFirst(), settings.backoffLongest(), judgement);
        LOG.error(
                "{}: the partner cannot be reached ({}); {} waits for {}",
                record.tenant(),
                judgement.code(),
                record.interfaceName(),
                rest);
        waitWithoutCounting(exchange, judgement, rest);
    }

    /**
     * The partner does not accept the credential: lets it rest, as keys that fail repeatedly are locked. Not if it has been replaced
     * while the call was under way: the next one is made with the new.
     */
    public void restCredential(Exchange exchange) {
        var work = Work.of(exchange);
        var judgement = work.judgement();
        if (work.call().isCredentialReplaced()) {
            credentials.end(work);
            step.conclude(exchange, new Conclusion.Postpone(Duration.ZERO, false));
            return;
        }
        if (judgement.corrected() && work.record().tries() + 1 < settings.credentialTries()) {
            credentials.end(work);
            step.conclude(exchange, new Conclusion.Postpone(Duration.ZERO, true));
            return;
        }
        var scope = CredentialRest.scope(work, work.call().isRefusedByIam());
        var rest = credentials.begin(work, scope, judgement);
        LOG.error(
                "{}: the partner does not accept the {} ({}): check the keys; it rests for {}",
                work.record().tenant(),
                scope,
                judgement.code(),
                rest.remaining());
        var tries = credentials.isHopeless(rest) ? 0 : settings.credentialTries();
        tryAgainOrGiveUp(exchange, judgement, tries, spread(credentials.wait(rest)));
    }

    /** A technical failure that changed nothing at the partner: tries again later, a limited number of times. */
    public void tryAgainLater(Exchange exchange) {
        var judgement = Work.of(exchange).judgement();
        var failures = Work.of(exchange).record().tries();
        var backoff = new Backoff(settings.backoffFirst(), settings.backoffLongest());
        tryAgainOrGiveUp(exchange, judgement, settings.tries(), backoff.after(failures));
    }

    /** How long the partner wants the lane to rest, as far as it is granted. */
    private Duration askedFor(ClaimedRecord record, Judgement judgement) {
        var asked = Duration.ofSeconds(judgement.retryAfterSeconds() == null ? 0 : judgement.retryAfterSeconds());
        if (asked.compareTo(settings.retryAfterLongest()) <= 0) {
            return asked;
        }
        LOG.warn(
                "{}: the partner wants {} to rest for {}: granted is work.retry-after-longest, {}",
                record.tenant(),
                record.interfaceName(),
                asked,
                settings.retryAfterLongest());
        return settings.retryAfterLongest();
    }

    private Duration restLane(ClaimedRecord record, Duration first, Duration longest, Judgement reason) {
        var lane = PauseLedger.lane(record.interfaceName());
        return pauses.pause(record.tenant(), lane, first, longest, trouble(reason), false)
                .remaining();
    }

    private void waitWithoutCounting(Exchange exchange, Judgement judgement, Duration rest) {
        var wait = spread(rest);
        if (followUp.isTooLate(Work.of(exchange), wait)) {
            giveUpAll(exchange, judgement);
        } else {
            step.conclude(exchange, Conclusion.Postpone.waiting(wait, trouble(judgement)));
        }
    }

    private static Trouble trouble(Judgement judgement) {
        return new Trouble(judgement.code(), judgement.text());
    }

    private void giveUpAll(Exchange exchange, Judgement judgement) {
        LOG.error("{}: what follows is given up: {}", Work.of(exchange), judgement.code());
        followUp.giveUpAll(exchange, judgement.code(), judgement.text());
    }

    private void tryAgainOrGiveUp(Exchange exchange, Judgement judgement, int tries, Duration delay) {
        var work = Work.of(exchange);
        var record = work.record();
        if (followUp.isTooLate(work, delay)) {
            giveUpAll(exchange, judgement);
        } else if (record.tries() + 1 < followUp.tries(work, tries)) {
            step.conclude(exchange, new Conclusion.Postpone(delay, true));
        } else if (record.pending()) {
            LOG.error("{}: the partner's decision cannot be asked for ({}); tried again later", work, judgement.code());
            step.conclude(exchange, new Conclusion.Postpone(spread(settings.backoffLongest()), false));
        } else {
            LOG.error("{} is given up after {} tries: {}", work, record.tries() + 1, judgement.code());
            followUp.giveUp(exchange, judgement.code(), judgement.text());
        }
    }

    /** Records that wait for the same thing come back one after the other. */
    private static Duration spread(Duration rest) {
        return rest.plus(Backoff.jittered(Duration.ofMillis(200)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
