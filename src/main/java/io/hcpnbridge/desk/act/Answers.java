package io.hcpnbridge.desk.act;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers that the ERP is to get once more. */
@Service
public class Answers {
    private final JdbcClient jdbc;
    private final Audit audit;

    Answers(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * The last answer to a batch is owed once more, under each name by which it came: as if the ERP had handed it in
     * again. A file that still lies there with the same content stays as it is.
     *
     * @return false if it is not delivered yet, or not kept any more
     */
    @Transactional
    public boolean resend(Person person, long batch, String reason) {
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
            written(person, batch, reason);
        }
        return owed;
    }

    private void written(Person person, long batch, String reason) {
        var of = jdbc.sql("select interface, coalesce(tenant, header ->> 'tenant') as tenant from batch where id = ?")
                .param(batch)
                .query((row, number) -> Map.entry(row.getString("tenant"), row.getString("interface")))
                .single();
        audit.write(Deed.of("resend-answer", of.getKey(), of.getValue(), null)
                .from("delivered")
                .to("owed: batch " + batch)
                .done(person, reason));
    }
}
