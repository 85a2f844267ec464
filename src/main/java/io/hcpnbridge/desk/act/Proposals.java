package io.hcpnbridge.desk.act;

import io.hcpnbridge.desk.read.DocumentKey;
import io.hcpnbridge.desk.read.Proposal;
import io.hcpnbridge.desk.read.ProposalQuery;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one person would decide about a write in doubt, where a second one has to say the same. */
@Repository
class Proposals {
    private final JdbcClient jdbc;
    private final ProposalQuery query;

    Proposals(JdbcClient jdbc, ProposalQuery query) {
        this.jdbc = jdbc;
        this.query = query;
    }

    /** The other person who has proposed the same last; nobody else can decide about the document meanwhile. */
    Optional<String> seconded(DocumentKey key, Person person, Decisions.Verdict verdict, String answer) {
        jdbc.sql("select id from record where tenant = ? and interface = ? and document = ? for update")
                .params(key.tenant(), key.interfaceName(), key.document())
                .query()
                .listOfRows();
        var same = new Proposal(null, verdict.name(), answer, null, null);
        return query.last(key)
                .filter(last -> last.says(same) && !last.by().equalsIgnoreCase(person.name()))
                .map(Proposal::by);
    }

    /** Takes the place of what was proposed before; false if the document is not in doubt, or decided. */
    boolean add(DocumentKey key, Person person, Decisions.Verdict verdict, String answer, String reason) {
        return jdbc.sql(
                                """
                                insert into doubt_proposal (doubt_id, verdict, answer, proposed_by, reason)
                                select doubt.id, ?, ?, ?, ? from doubt join record on record.id = record_id
                                where closed_at is null and decided_at is null and state = 'IN_DOUBT'
                                    and tenant = ? and interface = ? and document = ?
                                """)
                        .params(verdict.name(), answer, person.name(), reason)
                        .params(key.tenant(), key.interfaceName(), key.document())
                        .update()
                > 0;
    }
}
