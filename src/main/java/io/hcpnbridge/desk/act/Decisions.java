package io.hcpnbridge.desk.act;

import io.hcpnbridge.desk.read.DocumentKey;
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
    private final Audit audit;

    Decisions(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * What became of a write in doubt.
     *
     * @param answer what the partner would have answered if the write was placed, as JSON; null if that is not known
     * @return false if the document is not in doubt, or somebody has decided already
     */
    @Transactional
    public boolean decideDoubt(Person person, DocumentKey key, Verdict verdict, String answer, String reason) {
        var before = state(key);
        boolean done = jdbc.sql("select decide_doubt(?, ?, ?, ?, ?, ?, cast(? as json))")
                .params(
                        key.tenant(),
                        key.interfaceName(),
                        key.document(),
                        verdict.name(),
                        person.name(),
                        reason,
                        answer)
                .query(Boolean.class)
                .single();
        return written(done, person, "decide-doubt", key, before, verdict.name(), reason);
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
