package io.hcpnbridge.desk.act;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done with a batch as a whole. */
@Service
public class Batches {
    private static final String AT_WORK = "at work";

    private final JdbcClient jdbc;
    private final Audit audit;

    Batches(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Nothing more of it is sent; false if it is answered, or held already. */
    @Transactional
    public boolean hold(Person person, long batch, String reason) {
        return done("pause_batch", person, batch, reason, AT_WORK, "held");
    }

    /** It goes on; false if it is not held. */
    @Transactional
    public boolean goOn(Person person, long batch, String reason) {
        return done("resume_batch", person, batch, reason, "held", AT_WORK);
    }

    private boolean done(String function, Person person, long batch, String reason, String before, String after) {
        boolean done = jdbc.sql("select " + function + "(?, ?, ?)")
                .params(batch, person.name(), reason)
                .query(Boolean.class)
                .single();
        if (done) {
            written(person, batch, function.replace('_', '-'), before, after, reason);
        }
        return done;
    }

    /**
     * The last answer to a batch is owed once more, under each name by which it came: as if the ERP had handed it in
     * again. A file that still lies there with the same content stays as it is.
     *
     * @return false if it is not delivered yet, or not kept any more
     */
    @Transactional
    public boolean resendAnswer(Person person, long batch, String reason) {
        boolean owed = jdbc.sql(
                                """
                                insert into arrival (batch_id, channel, owner, file_name, reply_to, correlation_id, edition)
                                select distinct batch.id, channel, owner, file_name, reply_to, correlation_id, batch.edition
                                from batch join arrival on arrival.batch_id = batch.id and arrival.edition = batch.edition
                                where batch.id = ? and delivered_at is not null
                                    and exists (select from answer_part part where part.batch_id = batch.id and part.edition = batch.edition)
                                on conflict do nothing
                                """)
                        .param(batch)
                        .update()
                > 0;
        if (owed) {
            written(person, batch, "resend-answer", "delivered", "owed", reason);
        }
        return owed;
    }

    private void written(Person person, long batch, String action, String before, String after, String reason) {
        var of = jdbc.sql("select interface, coalesce(tenant, header ->> 'tenant') as tenant from batch where id = ?")
                .param(batch)
                .query((row, number) -> Map.entry(row.getString("tenant"), row.getString("interface")))
                .single();
        audit.write(Deed.of(action, of.getKey(), of.getValue(), null)
                .from("batch " + batch + ": " + before)
                .to(after)
                .done(person, reason));
    }
}
