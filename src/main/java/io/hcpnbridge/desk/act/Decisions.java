package io.hcpnbridge.desk.act;

import io.hcpnbridge.desk.read.DocumentKey;
import io.hcpnbridge.desk.read.Places;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person decides about a document. Everything is carried out by the ledger's own operations, which refuse what does not fit the state
 * that the document is in by then; what was done is written down in the same transaction.
 */
@Service
public class Decisions {
    private final JdbcClient jdbc;
    private final Places places;
    private final Proposals proposals;
    private final DecisionProperties rule;
    private final Audit audit;

    Decisions(JdbcClient jdbc, Places places, Proposals proposals, DecisionProperties rule, Audit audit) {
        this.proposals = proposals;
        this.rule = rule;
        this.jdbc = jdbc;
        this.places = places;
        this.audit = audit;
    }

    /**
     * What became of a write in doubt. Where two persons have to decide, the first one proposes; who says otherwise proposes that.
     *
     * @param answer what the partner would have answered if the write was placed, as JSON; null if that is not known
     * @return not done if the document is not in doubt, or somebody has decided already
     */
    @Transactional
    public Outcome decideDoubt(Person person, DocumentKey key, Verdict verdict, String answer, String reason) {
        if (!rule.twoPersons()) {
            return decide(person, person.name(), key, verdict, answer, reason);
        }
        var first = proposals.seconded(key, person, verdict, answer);
        return first.isPresent()
                ? decide(person, first.get() + ", " + person.name(), key, verdict, answer, reason)
                : propose(person, key, verdict, answer, reason);
    }

    private Outcome propose(Person person, DocumentKey key, Verdict verdict, String answer, String reason) {
        boolean done = proposals.add(key, person, verdict, answer, reason);
        return written(done, person, "propose", key, Optional.of("IN_DOUBT"), verdict.name(), reason)
                ? Outcome.PROPOSED
                : Outcome.NOT_DONE;
    }

    private Outcome decide(
            Person person, String names, DocumentKey key, Verdict verdict, String answer, String reason) {
        var before = state(key);
        boolean done = jdbc.sql("select decide_doubt(?, ?, ?, ?, ?, ?, cast(? as json))")
                .params(key.tenant(), key.interfaceName(), key.document(), verdict.name(), names, reason, answer)
                .query(Boolean.class)
                .single();
        return written(done, person, "decide-doubt", key, before, verdict.name(), reason)
                ? Outcome.DONE
                : Outcome.NOT_DONE;
    }

    /** The partner is asked once more, and soon, what became of a write; false if the document is not in doubt. */
    @Transactional
    public boolean askAgain(Person person, DocumentKey key, String reason) {
        var before = state(key);
        boolean done = jdbc.sql(
                                """
                                with asked as (
                                    update doubt set left_at = null from record
                                    where record.id = record_id and closed_at is null and decided_at is null
                                        and tenant = ? and interface = ? and document = ? and state = 'IN_DOUBT'
                                    returning record_id)
                                update record set due_at = now() from asked where record.id = record_id
                                """)
                        .params(key.tenant(), key.interfaceName(), key.document())
                        .update()
                > 0;
        return written(done, person, "ask-again", key, before, "ASKING", reason);
    }

    /**
     * A document that has failed is worked on once more, and the ERP gets another answer; false if it has not, or is a write: the ERP, which was
     * told that nothing was done, may have sent another in its place.
     */
    @Transactional
    public boolean tryAgain(Person person, DocumentKey key, String reason) {
        boolean done = places.onlyReads(key.interfaceName())
                && jdbc.sql("select try_again(?, ?, ?, ?, ?)")
                        .params(key.tenant(), key.interfaceName(), key.document(), person.name(), reason)
                        .query(Boolean.class)
                        .single();
        return written(done, person, "try-again", key, Optional.of("FAILED"), "DUE", reason);
    }

    /** What becomes of a parked document; false if it is not parked. */
    @Transactional
    public boolean decideParked(Person person, DocumentKey key, ParkedVerdict verdict, String reason) {
        var before = state(key);
        boolean done = jdbc.sql("select decide_parked(?, ?, ?, ?, ?, ?)")
                .params(key.tenant(), key.interfaceName(), key.document(), verdict.name(), person.name(), reason)
                .query(Boolean.class)
                .single();
        return written(done, person, "decide-parked", key, before, verdict.name(), reason);
    }

    /** Of saying what became of a write. */
    public enum Outcome {
        DONE,
        /** A second person has to say the same. */
        PROPOSED,
        NOT_DONE
    }

    /** Of a write in doubt. */
    public enum Verdict {
        PLACED,
        NOT_PLACED,
        REFUSED
    }

    /** Of a parked document. */
    public enum ParkedVerdict {
        RETRY,
        REFUSE
    }

    private boolean written(
            boolean done,
            Person person,
            String action,
            DocumentKey key,
            Optional<String> before,
            String after,
            String why) {
        if (done) {
            audit.write(Deed.of(action, key.tenant(), key.interfaceName(), key.document())
                    .from(before.orElse(null))
                    .to(after)
                    .done(person, why));
        }
        return done;
    }

    private Optional<String> state(DocumentKey key) {
        return jdbc.sql("select state from record where tenant = ? and interface = ? and document = ?")
                .params(key.tenant(), key.interfaceName(), key.document())
                .query(String.class)
                .optional();
    }
}
