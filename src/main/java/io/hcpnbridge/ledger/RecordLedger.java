package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Claims of records and what each step ends with. Every change names the claim it is made under and the state it leaves. */
@Repository
public class RecordLedger {
    /** The content without codes that were used; the rest stays as it was written, number by number. */
    static final String WITHOUT_ONE_TIME =
            """
            case when one_time is null then content
                else (select coalesce(json_object_agg(key, value), '{}') from json_each(content) where key <> all (one_time)) end
            """;

    /** Remembers that there were some. */
    static final String USED_ONE_TIME = "case when one_time is not null then '{}'::text[] end";

    private final JdbcClient jdbc;
    private final GatheredRows rows;
    private final Placements placements;
    private final ClaimSweep sweep;
    private final DoubtLedger doubts;
    private final ObjectProvider<SettledRecordListener> ends;

    RecordLedger(JdbcClient jdbc, DoubtLedger doubts, ObjectProvider<SettledRecordListener> ends) {
        this.jdbc = jdbc;
        this.placements = new Placements(jdbc);
        this.doubts = doubts;
        this.sweep = new ClaimSweep(jdbc, doubts);
        this.rows = new GatheredRows(jdbc);
        this.ends = ends;
    }

    /** Takes due records of lanes that may have all there are to take. */
    @Transactional
    public List<ClaimedRecord> claim(Collection<Lane> lanes, int limit, String replica, Duration time) {
        return claim(
                lanes.stream().collect(Collectors.toMap(Function.identity(), lane -> limit)), limit, replica, time);
    }

    /**
     * Takes due records, {@code limit} at most, from the lanes that are not paused: as many of each lane and urgency, and if that is
     * not one of each, first of those that the replica holds least of. With a record come all that go into one call with it. Nothing
     * if the replica's lease does not hold.
     *
     * @param rooms how many of each lane, at most
     * @param time after which a claim ends that was not prolonged, even if the replica lives
     */
    @Transactional
    public List<ClaimedRecord> claim(Map<Lane, Integer> rooms, int limit, String replica, Duration time) {
        var lanes = List.copyOf(rooms.keySet());
        return jdbc
                .sql(ClaimQuery.SQL)
                .param("tenants", lanes.stream().map(Lane::tenant).toArray(String[]::new))
                .param("interfaces", lanes.stream().map(Lane::interfaceName).toArray(String[]::new))
                .param("rooms", lanes.stream().map(rooms::get).toArray(Integer[]::new))
                .param("limit", limit)
                .param("replica", replica)
                .param("time", time.toMillis())
                .query(ClaimQuery::record)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(ClaimedRecord::id))
                .toList();
    }

    /**
     * Ends a step without a call. Not if a write of the record is on its way: that ends with its outcome only.
     *
     * @return what the step ended with: the conclusion; an {@link Inquiry} of a record in doubt
     * @throws ClaimLostException if the record is no longer ours, or a write was announced
     */
    @Transactional
    public Conclusion conclude(ClaimedRecord record, Conclusion conclusion) {
        return conclude(record, conclusion, record.inHand());
    }

    /** Ends a step: rows, cursor, fields and state in one. Must be called in a transaction with the call's outcome. */
    Conclusion conclude(ClaimedRecord record, Conclusion conclusion, RecordState from) {
        if (from == RecordState.ASKING) {
            return concludeInquiry(record, Inquiry.of(record, conclusion));
        }
        if (conclusion.state() != from && !from.next().contains(conclusion.state())) {
            throw new IllegalArgumentException(record + " cannot go from " + from + " to " + conclusion.state());
        }
        if (conclusion.state() == RecordState.IN_DOUBT) {
            requireWrite(record);
        }
        write(record, conclusion, from);
        if (from == RecordState.SENT) {
            keepPlaced(record, conclusion);
        }
        if (conclusion.state() == RecordState.IN_DOUBT) {
            doubts.open(List.of(record.id()));
        }
        return conclusion;
    }

    /** What another record has placed is no evidence of what became of this one's write. */
    private Inquiry concludeInquiry(ClaimedRecord record, Inquiry inquiry) {
        if (!(inquiry instanceof Inquiry.Resolved resolved)) {
            requireClaim(record, doubts.askOn(record, inquiry));
            return inquiry;
        }
        if (resolved.state() == RecordState.DUE
                && resolved.verdict() == Doubt.Verdict.NOT_PLACED
                && !MoneyRule.maySendAgain(record)) {
            throw new IllegalArgumentException(record + " has placed something and must not be sent again");
        }
        var another = placements.keepUnlessAnothers(record, resolved.found());
        if (another.isPresent()) {
            requireClaim(record, doubts.askOn(record, another.get()));
            return another.get();
        }
        write(record, resolved.end(), RecordState.ASKING);
        keepPlaced(record, resolved);
        doubts.close(record, resolved);
        return resolved;
    }

    /** The rows of a write's answer name what it has placed; so do those of an answer that a person has told. */
    private void keepPlaced(ClaimedRecord record, Conclusion conclusion) {
        placements.keep(record, conclusion.rows().stream().map(ResultRow::key).toList());
    }

    private void write(ClaimedRecord record, Conclusion conclusion, RecordState from) {
        if (conclusion instanceof Conclusion.Restart) {
            rows.drop(record);
        }
        requireClaim(
                record,
                jdbc.sql(ConclusionParameters.SQL)
                        .params(ConclusionParameters.of(conclusion, from))
                        .param("generation", record.generation())
                        .param("id", record.id())
                        .param("claim", record.claim())
                        .update());
        rows.save(record, conclusion.rows());
        if (conclusion instanceof Conclusion.Settle settled) {
            ends.forEach(end -> end.settled(record, settled.state()));
        }
    }

    /** Nothing is in doubt as long as nothing was sent. */
    private void requireWrite(ClaimedRecord record) {
        var announced = jdbc.sql("select exists (select 1 from attempt where record_id = ? and effect = 'WRITE')")
                .param(record.id())
                .query(Boolean.class)
                .single();
        if (!announced) {
            throw new IllegalStateException(record + " cannot be in doubt: no write of it was ever announced");
        }
    }

    /**
     * Ends the step of several records without a call: all or none.
     *
     * @return what each ended with
     */
    @Transactional
    public List<Conclusion> conclude(List<ClaimedRecord> together, List<Conclusion> conclusions) {
        return IntStream.range(0, together.size())
                .mapToObj(i -> conclude(together.get(i), conclusions.get(i)))
                .toList();
    }

    /**
     * Gives claims back that are over: due again, or in doubt if a write was on its way. What was not sent is over as soon as the
     * lease of its replica is, a write only when its call can no longer be under way. Does nothing unless the caller itself has been
     * heard of without a gap for so long: after a time without the database everybody gets the chance to be heard of first.
     */
    @Transactional
    public int sweepExpiredClaims(Holder holder, String codeInDoubt, Words textInDoubt) {
        return sweep.of(holder, codeInDoubt, textInDoubt);
    }

    /** Gives back what a replica that stops has claimed and not sent: due again at once. */
    @Transactional
    public int giveBack(String replica) {
        return doubts.giveBack(replica)
                + jdbc.sql(
                                """
                        update record set state = 'DUE', changed_at = now(), due_at = now()
                        where state = 'CLAIMED' and claimed_by = ?
                        """)
                        .param(replica)
                        .update();
    }

    /** Lets the tenant's records that wait to be tried again do so now, but not those that wait for the partner's decision. */
    public void hasten(String tenant) {
        jdbc.sql(
                        "update record set due_at = now() where tenant = ? and state = 'DUE' and due_at > now() and due_at < 'infinity' and not pending")
                .param(tenant)
                .update();
    }

    /** The lanes that have records which are not final yet. */
    public List<Lane> openLanes() {
        return jdbc.sql(
                        """
                        select tenant, interface from record where state in ('DUE', 'CLAIMED', 'SENT')
                        union select tenant, interface from doubt join record on record.id = record_id
                            where closed_at is null
                        union select tenant, interface from parking join record on record.id = record_id
                            where decided_at is null
                        """)
                .query((row, number) -> new Lane(row.getString("tenant"), row.getString("interface")))
                .list();
    }

    static void requireClaim(ClaimedRecord record, int rowsChanged) {
        if (rowsChanged != 1) {
            throw new ClaimLostException(record);
        }
    }
}
