package io.hcpnbridge.desk.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.json.ExactJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the story of one document; each question goes by the record's own index. */
@Repository
public class StoryQuery {
    private static final int MOST_ROWS = 200;

    private final JdbcClient jdbc;
    private final Veil veil;
    private final CutoverQuery cutovers;

    StoryQuery(JdbcClient jdbc, Veil veil, CutoverQuery cutovers) {
        this.cutovers = cutovers;
        this.jdbc = jdbc;
        this.veil = veil;
    }

    /**
     * @param plain whether the reader may see what stands in columns that tell of a person
     * @return empty if there is no such document
     */
    @Transactional(readOnly = true)
    public Optional<Story> of(DocumentKey key, boolean plain) {
        return jdbc.sql(
                        """
                        select record.*, record.content::text as record_content, batch.mapping_version
                        from record join batch on batch.id = first_batch_id
                        where record.tenant = ? and record.interface = ? and document = ?
                        """)
                .params(key.columns())
                .query((row, number) -> story(key, row, plain))
                .optional();
    }

    /** Whether the call was made about the document. */
    public boolean hasCall(DocumentKey key, long call) {
        return jdbc.sql(
                        """
                        select exists (
                            select from attempt join record on record.id = record_id
                            where attempt.id = ? and tenant = ? and interface = ? and document = ?)
                        """)
                .param(call)
                .params(key.columns())
                .query(Boolean.class)
                .single();
    }

    private Story story(DocumentKey key, ResultSet row, boolean plain) throws SQLException {
        long record = row.getLong("id");
        var content = row.getObject("emptied_at") == null
                ? (ObjectNode) ExactJson.read(row.getString("record_content"))
                : null;
        return new Story(
                key,
                row.getString("state"),
                row.getString("code"),
                Rows.words(row),
                row.getString("generation"),
                row.getString("mapping_version"),
                Rows.instant(row, "changed_at"),
                Rows.instant(row, "due_at"),
                content == null || plain ? content : veil.over(key.interfaceName(), content),
                plain ? rows(record) : List.of(),
                count(record),
                arrivals(record),
                calls(record),
                doubts(record),
                parkings(record),
                comparisons(record, plain));
    }

    private List<ObjectNode> rows(long record) {
        return jdbc
                .sql("select content::text from result_row where record_id = ? order by id limit ?")
                .params(record, MOST_ROWS)
                .query(String.class)
                .list()
                .stream()
                .map(content -> (ObjectNode) ExactJson.read(content))
                .toList();
    }

    private long count(long record) {
        return jdbc.sql("select count(*) from result_row where record_id = ?")
                .param(record)
                .query(Long.class)
                .single();
    }

    private List<Story.Arrival> arrivals(long record) {
        return jdbc.sql(
                        """
                        select batch.id, file_name, channel, line, conflict, arrival.edition, arrived_at, answered_at, delivered_at
                        from batch_record join batch on batch.id = batch_record.batch_id join arrival on arrival.batch_id = batch.id
                        where record_id = ? order by arrival.id limit ?
                        """)
                .params(record, MOST_ROWS)
                .query((row, number) -> new Story.Arrival(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getString("channel"),
                        row.getLong("line"),
                        row.getBoolean("conflict"),
                        row.getInt("edition"),
                        Rows.instant(row, "arrived_at"),
                        Rows.instant(row, "answered_at"),
                        Rows.instant(row, "delivered_at")))
                .list();
    }

    private List<Story.Call> calls(long record) {
        return jdbc.sql(
                        """
                        select attempt.id, opened_at, node, api, endpoint, generation, effect, verdict, http_status, code, text, request_id,
                            duration_ms, exists (select from shadow_call where shadow_call.attempt_id = attempt.id) as shadow
                        from attempt left join attempt_outcome on attempt_outcome.attempt_id = attempt.id
                        where record_id = ? order by attempt.id limit ?
                        """)
                .params(record, MOST_ROWS)
                .query((row, number) -> new Story.Call(
                        row.getLong("id"),
                        Rows.instant(row, "opened_at"),
                        row.getString("node"),
                        row.getString("api"),
                        row.getString("endpoint"),
                        row.getString("generation"),
                        row.getString("effect"),
                        row.getString("verdict"),
                        row.getObject("http_status", Integer.class),
                        row.getString("code"),
                        row.getString("text"),
                        row.getString("request_id"),
                        row.getString("verdict") == null ? null : Duration.ofMillis(row.getLong("duration_ms")),
                        row.getBoolean("shadow")))
                .list();
    }

    private List<Story.Doubt> doubts(long record) {
        return jdbc.sql("select * from doubt where record_id = ? order by id")
                .param(record)
                .query((row, number) -> new Story.Doubt(
                        Rows.instant(row, "opened_at"),
                        row.getInt("rounds"),
                        row.getInt("proofs"),
                        row.getString("evidence"),
                        Rows.instant(row, "left_at"),
                        row.getString("verdict"),
                        row.getString("decided_by"),
                        row.getString("reason"),
                        Rows.instant(row, "decided_at"),
                        Rows.instant(row, "closed_at")))
                .list();
    }

    private List<Story.Parking> parkings(long record) {
        return jdbc.sql("select * from parking where record_id = ? order by id")
                .param(record)
                .query((row, number) -> new Story.Parking(
                        Rows.instant(row, "parked_at"),
                        row.getString("code"),
                        row.getString("text"),
                        row.getString("verdict"),
                        row.getString("decided_by"),
                        row.getString("reason"),
                        Rows.instant(row, "decided_at")))
                .list();
    }

    private List<Story.Comparison> comparisons(long record, boolean plain) {
        return jdbc.sql("select * from shadow_read where record_id = ? and ended_at is not null order by id")
                .param(record)
                .query((row, number) -> new Story.Comparison(
                        Rows.instant(row, "ended_at"),
                        row.getString("answered"),
                        row.getString("verdict"),
                        row.getInt("known"),
                        Rows.words(row),
                        row.getInt("unexplained") == 0 ? List.of() : cutovers.of(record, plain)))
                .list();
    }
}
