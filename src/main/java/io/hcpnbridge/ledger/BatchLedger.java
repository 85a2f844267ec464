package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Batches as they are taken in. The caller holds the transaction: a batch with all its records is there, or nothing is.
 * A batch begins as refused and becomes accepted with its last step.
 */
@Repository
public class BatchLedger {
    private final JdbcClient jdbc;

    BatchLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accepted batch with this content, whatever the name it came under. */
    public Optional<AcceptedBatch> accepted(String interfaceName, String contentHash) {
        return jdbc.sql(
                        "select id, tenant from batch where interface = ? and content_hash = ? and verdict = 'ACCEPTED'")
                .params(interfaceName, contentHash)
                .query((row, number) -> new AcceptedBatch(row.getLong("id"), row.getString("tenant")))
                .optional();
    }

    /**
     * Opens a batch, refused until {@link #accept} says otherwise.
     *
     * @param form {@code file} or {@code message}
     */
    public long open(String interfaceName, String form, String contentHash, String mappingVersion) {
        return jdbc.sql(
                        """
                        insert into batch (interface, form, content_hash, mapping_version, header, verdict)
                        values (?, ?, ?, ?, '{}', 'REFUSED') returning id
                        """)
                .params(interfaceName, form, contentHash, mappingVersion)
                .query(Long.class)
                .single();
    }

    /** Opens a batch of no known interface, refused for good; without a version of a mapping. */
    public long openUnknown(String form, String contentHash) {
        return open("unknown", form, contentHash, "");
    }

    /** Whoever takes a message of this id in waits here until others that do have committed. */
    public void lockMessage(String messageId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(messageId)
                .query()
                .listOfRows();
    }

    /** Whether a message with this id and this content came by the same queue before, whatever became of it. */
    public boolean knowsMessage(Arrival message, String contentHash) {
        return jdbc.sql(
                        """
                        select exists (select 1 from arrival join batch on batch.id = batch_id
                            where channel = 'queue' and file_name = ? and owner is not distinct from ?::text and content_hash = ?)
                        """)
                .params(message.name(), message.owner(), contentHash)
                .query(Boolean.class)
                .single();
    }

    /** Keeps what the ERP's header said, for the answer. */
    public void keepHeader(long batch, ObjectNode header) {
        jdbc.sql("update batch set header = cast(? as json) where id = ?")
                .params(ExactJson.text(header), batch)
                .update();
    }

    /**
     * Adds records; a document that is known already becomes a repeat or, with other content, a conflict. Each line looks its
     * document up by the key: while a batch comes in, the planner's statistics know nothing of it, and a join of its choice was
     * quadratic.
     */
    public void addLines(long batch, String tenant, String interfaceName, List<BatchLine> lines, Set<String> oneTime) {
        jdbc.sql(
                        """
                        insert into record (tenant, interface, document, content_hash, call_group, content, one_time, first_batch_id,
                            state)
                        select :tenant, :interface, document, hash, call_group, content::json,
                            (select array_agg(code) from unnest(:oneTime::text[]) code where content::json ->> code is not null),
                            :batch, 'DUE'
                        from unnest(:documents::text[], :hashes::text[], :groups::text[], :contents::text[]) with ordinality
                            as line (document, hash, call_group, content, n)
                        order by n
                        on conflict on constraint business_key do nothing
                        """)
                .param("tenant", tenant)
                .param("interface", interfaceName)
                .param("batch", batch)
                .param("documents", column(lines, BatchLine::document))
                .param("hashes", column(lines, BatchLine::contentHash))
                .param("groups", column(lines, BatchLine::callGroup))
                .param("contents", column(lines, line -> ExactJson.text(line.content())))
                .param("oneTime", oneTime.toArray(String[]::new))
                .update();
        jdbc.sql(
                        """
                        insert into batch_record (batch_id, position, line, record_id, conflict)
                        select :batch, position, line, known.id, known.content_hash <> hash
                        from unnest(:positions::int[], :lines::bigint[], :documents::text[], :hashes::text[])
                            as line (position, line, document, hash)
                        cross join lateral (
                            select id, content_hash from record
                            where tenant = :tenant and interface = :interface and document = line.document
                            limit 1) known
                        """)
                .param("tenant", tenant)
                .param("interface", interfaceName)
                .param("batch", batch)
                .param("positions", lines.stream().map(BatchLine::position).toArray(Integer[]::new))
                .param("lines", lines.stream().map(BatchLine::line).toArray(Long[]::new))
                .param("documents", column(lines, BatchLine::document))
                .param("hashes", column(lines, BatchLine::contentHash))
                .update();
    }

    /** Says whose turn its records are; those of a file need not be told. */
    public void rank(long batch, Urgency urgency) {
        if (urgency != Urgency.FILE) {
            jdbc.sql("update record set urgency = ? where first_batch_id = ?")
                    .params(urgency.ordinal(), batch)
                    .update();
        }
    }

    /** Notes why the batch is refused. */
    public void noteProblems(long batch, List<BatchProblem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into batch_problem (batch_id, line, field, value, rule)
                        select :batch, line, field, value, rule
                        from unnest(:lines::bigint[], :fields::text[], :values::text[], :rules::text[]) with ordinality
                            as problem (line, field, value, rule, n)
                        order by n
                        """)
                .param("batch", batch)
                .param("lines", problems.stream().map(BatchProblem::line).toArray(Long[]::new))
                .param("fields", column(problems, BatchProblem::field))
                .param("values", column(problems, BatchProblem::value))
                .param("rules", column(problems, BatchProblem::rule))
                .update();
    }

    /**
     * Accepts the batch with all its records.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another replica took the same content in meanwhile
     */
    public void accept(long batch, String tenant) {
        jdbc.sql("update batch set verdict = 'ACCEPTED', tenant = ? where id = ?")
                .params(tenant, batch)
                .update();
    }

    /**
     * Notes that the batch came; the same arrival again while its answer is still owed changes nothing. It gets every
     * edition of the answer that there is.
     */
    public void noteArrival(long batch, Arrival arrival) {
        jdbc.sql(
                        """
                        insert into arrival (batch_id, channel, owner, file_name, reply_to, correlation_id, trace_parent, edition)
                        select noted.id, ?, ?, ?, ?, ?, ?, told.edition
                        from (select id, edition from batch where id = ? for update) noted
                        cross join generate_series(1, greatest(1, noted.edition)) told (edition)
                        on conflict do nothing
                        """)
                .params(
                        arrival.channel(),
                        arrival.owner(),
                        arrival.name(),
                        arrival.replyTo(),
                        arrival.correlationId(),
                        arrival.traceParent(),
                        batch)
                .update();
    }

    /**
     * Notes that a known batch came again. If its answer is not kept any more, it is composed anew, in the form that the interface has now.
     */
    public void noteArrivalAgain(long batch, Arrival arrival, String mappingVersion) {
        noteArrival(batch, arrival);
        jdbc.sql(
                        "update batch set answered_at = null, mapping_version = ? where id = ? and edition = 0 and answered_at is not null")
                .params(mappingVersion, batch)
                .update();
    }

    /** Notes a file name that is refused; false if that was done before. */
    public boolean noteRefusedName(String interfaceName, String nameHash, String name, String rule) {
        return jdbc.sql(
                                """
                                insert into refused_name (interface, name_hash, name, rule) values (?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(interfaceName, nameHash, name, rule)
                        .update()
                == 1;
    }

    private static <T> String[] column(List<T> lines, Function<T, String> value) {
        return lines.stream().map(value).toArray(String[]::new);
    }
}
