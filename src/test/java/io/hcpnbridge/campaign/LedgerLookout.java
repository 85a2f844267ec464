package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.TcpWire;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Sees the moments of the ledger on a process's wire to it: a statement that is about to reach it, or that it has just committed. */
final class LedgerLookout implements TcpWire.Watcher {
    /** The database says that no transaction is open any more. */
    private static final String COMMITTED = "Z\0\0\0\u0005I";

    private static final Map<Moment, Passage> PASSAGES = Map.ofEntries(
            Map.entry(Moment.TAKEN_IN, Passage.after("insert into arrival", "")),
            Map.entry(Moment.CLAIM_COMING, Passage.before("set state = 'CLAIMED', claim", "")),
            Map.entry(Moment.CLAIMED, Passage.after("set state = 'CLAIMED', claim", "")),
            Map.entry(Moment.INTENT_COMING, Passage.before("insert into attempt (", "WRITE")),
            Map.entry(Moment.WRITE_INTENDED, Passage.after("insert into attempt (", "WRITE")),
            Map.entry(Moment.SETTLE_COMING, Passage.before("insert into attempt_outcome", "success")),
            Map.entry(Moment.SETTLED, Passage.after("insert into attempt_outcome", "success")),
            Map.entry(Moment.DELIVERY_COMING, Passage.before("update arrival set delivered_at", "")),
            Map.entry(Moment.DELIVERED, Passage.after("update arrival set delivered_at", "")),
            Map.entry(Moment.VERDICT_COMING, Passage.before("update doubt set verdict", "")),
            Map.entry(Moment.VERDICT_NOTED, Passage.after("update doubt set verdict", "")));

    private final Life life;
    private final Supplier<Ambush> ambush;
    private final Set<TcpWire.Connection> waiting = ConcurrentHashMap.newKeySet();

    /** A statement, told by part of its text and by one of its parameters. */
    private record Passage(String statement, String parameter, boolean committed) {
        static Passage before(String statement, String parameter) {
            return new Passage(statement, parameter, false);
        }

        static Passage after(String statement, String parameter) {
            return new Passage(statement, parameter, true);
        }

        boolean isIn(String text) {
            return text.contains(statement) && text.contains(parameter);
        }
    }

    LedgerLookout(Life life, Supplier<Ambush> ambush) {
        this.life = life;
        this.ambush = ambush;
    }

    @Override
    public void forth(TcpWire.Connection connection, String text) {
        var posted = ambush.get();
        if (posted == null || !posted.isWaiting()) {
            waiting.clear();
            return;
        }
        var passage = PASSAGES.get(posted.strike().moment());
        if (passage == null || !passage.isIn(text)) {
            return;
        }
        if (passage.committed()) {
            waiting.add(connection);
        } else {
            posted.fall(life);
        }
    }

    @Override
    public void back(TcpWire.Connection connection, String text) {
        if (text.contains(COMMITTED) && waiting.remove(connection)) {
            ambush.get().fall(life);
        }
    }
}
