package io.hcpnbridge.desk.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds documents by what an operator has at hand: the ERP's number, the file or message that brought it, the batch, the customer, an
 * order, the partner's request id, or a code. Each is a walk through an index of its own, and none looks at the whole ledger.
 */
@Repository
public class FindQuery {
    /** Of each kind. */
    public static final int MOST = 50;

    static final int LONGEST = 200;

    private static final String RECORD =
            "select record.tenant, record.interface, record.document, record.state, record.changed_at, '%s' as by ";

    private static final List<String> QUESTIONS = List.of(
            RECORD.formatted("document")
                    + "from record where tenant = any (:tenants) and interface = any (:interfaces) and document = :text",
            RECORD.formatted("file")
                    + """
                    from (select batch_id from arrival where file_name = :text order by id desc limit 5) came
                    join batch_record using (batch_id) join record on record.id = record_id""",
            RECORD.formatted("request")
                    + """
                    from (select attempt_id from attempt_outcome where request_id = :text limit :most) told
                    join attempt on attempt.id = attempt_id join record on record.id = record_id""",
            RECORD.formatted("thing")
                    + """
                    from placement join record on record.id = record_id
                    where placement.interface = any (:interfaces) and row_key = :text""",
            RECORD.formatted("customer") + "from record where emptied_at is null and content ->> 'customerId' = :text",
            RECORD.formatted("code") + "from record where code = :text");

    private final JdbcClient jdbc;

    FindQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Finds by whatever the text is, in this order; a document is found once.
     *
     * @param tenants that there are
     * @param interfaces likewise
     */
    public List<Hit> by(String given, Set<String> tenants, Set<String> interfaces) {
        var text = given.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        Map<DocumentKey, Hit> hits = new LinkedHashMap<>();
        QUESTIONS.forEach(question -> jdbc.sql(question + " limit :most")
                .param("text", text)
                .param("most", MOST)
                .param("tenants", tenants.toArray(String[]::new))
                .param("interfaces", interfaces.toArray(String[]::new))
                .query((row, number) -> new Hit(
                        Rows.key(row), row.getString("state"), Rows.instant(row, "changed_at"), row.getString("by")))
                .list()
                .forEach(hit -> hits.putIfAbsent(hit.key(), hit)));
        return List.copyOf(hits.values());
    }

    /** The batches that came by that file name or message id, also those that were refused as a whole; the last first. */
    public List<FoundBatch> batches(String given) {
        var name = given.strip();
        return name.isEmpty() || name.length() > LONGEST
                ? List.of()
                : jdbc.sql(
                                """
                                select batch.id, tenant, interface, verdict, received_at from (
                                    select batch_id, max(id) as arrival from arrival where file_name = ? group by batch_id) came
                                join batch on batch.id = batch_id order by arrival desc limit ?
                                """)
                        .params(name, MOST)
                        .query((row, number) -> new FoundBatch(
                                row.getLong("id"),
                                row.getString("tenant"),
                                row.getString("interface"),
                                row.getString("verdict"),
                                Rows.instant(row, "received_at")))
                        .list();
    }
}
