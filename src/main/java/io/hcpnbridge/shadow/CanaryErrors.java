package io.hcpnbridge.shadow;

import io.hcpnbridge.cutover.Cutovers;
import io.hcpnbridge.ledger.ClaimedRecord;
import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.SettledRecordListener;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import io.hcpnbridge.work.CallListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Takes a tenant back to the old endpoints whose calls of the new ones fail technically, more often than those of the old ones do: an outage of
 * the partner is no reason. As this process has seen it since it started.
 */
@Component("canaryErrors")
public class CanaryErrors implements CallListener, SettledRecordListener {
    private final Map<String, Tally> old = new ConcurrentHashMap<>();
    private final Map<String, Tally> recent = new ConcurrentHashMap<>();
    private final Cutovers cutovers;
    private final CutoverProperties settings;

    CanaryErrors(Cutovers cutovers, CutoverProperties settings) {
        this.cutovers = cutovers;
        this.settings = settings;
    }

    /** How the last calls ended. */
    private static final class Tally {
        private static final int CALLS = 100;

        private final Deque<Boolean> failed = new ArrayDeque<>();

        synchronized void add(boolean hasFailed) {
            failed.addLast(hasFailed);
            if (failed.size() > CALLS) {
                failed.removeFirst();
            }
        }

        /** Of the calls that are known. */
        synchronized int errors() {
            return (int) failed.stream().filter(one -> one).count();
        }

        synchronized int calls() {
            return failed.size();
        }

        /** By the share of errors. */
        boolean isWorseThan(Tally other) {
            return errors() * Math.max(1, other.calls()) > other.errors() * calls();
        }
    }

    @Override
    public void ended(PartnerCall call, String generation) {
        if (generation != null) {
            var verdict = call.judgement().verdict();
            note(call.tenant(), generation, verdict == Verdict.FAILED || verdict == Verdict.IN_DOUBT);
        }
    }

    /** An answer that could not be mapped is none, though the partner gave it. */
    @Override
    public void settled(ClaimedRecord record, RecordState state) {
        if (record.generation() != null && state == RecordState.FAILED) {
            note(record.tenant(), record.generation(), true);
        }
    }

    private void note(String tenant, String generation, boolean failed) {
        (generation.equals("new") ? recent : old)
                .computeIfAbsent(tenant, none -> new Tally())
                .add(failed);
    }

    /**
     * Looks whether a tenant that is on the way has to step back; what is noted meanwhile counts with the next look. What failed before it set
     * out does not count.
     */
    public void look() {
        var underWay = cutovers.all().values().stream()
                .filter(Cutover::isUnderWay)
                .map(Cutover::tenant)
                .toList();
        recent.keySet().retainAll(underWay);
        underWay.forEach(this::judge);
    }

    private void judge(String tenant) {
        var tally = recent.getOrDefault(tenant, new Tally());
        var errors = tally.errors();
        var calls = tally.calls();
        if (errors > settings.errors() && tally.isWorseThan(old.getOrDefault(tenant, new Tally()))) {
            cutovers.stepBack(
                    tenant,
                    Words.of(
                            "%s of the last %s calls of the new endpoints failed technically",
                            "新接口最近 %2$s 次调用中有 %1$s 次出现技术故障", errors, calls));
        }
    }
}
