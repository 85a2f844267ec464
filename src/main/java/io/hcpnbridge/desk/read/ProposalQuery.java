package io.hcpnbridge.desk.read;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was proposed for a write in doubt. */
@Repository
public class ProposalQuery {
    private final JdbcClient jdbc;

    ProposalQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last proposal for a doubt that is open and not decided. */
    public Optional<Proposal> last(DocumentKey key) {
        return jdbc.sql(
                        """
                        select proposal.* from record
                        join doubt on doubt.record_id = record.id and closed_at is null and decided_at is null
                        join doubt_proposal proposal on doubt_id = doubt.id
                        where tenant = ? and interface = ? and document = ? order by proposal.id desc limit 1
                        """)
                .params(key.columns())
                .query((row, number) -> new Proposal(
                        Rows.instant(row, "proposed_at"),
                        row.getString("verdict"),
                        row.getString("answer"),
                        row.getString("proposed_by"),
                        row.getString("reason")))
                .optional();
    }
}
