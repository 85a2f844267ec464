package io.hcpnbridge.desk.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents in doubt and parked ones, those first that wait for a person, the oldest first. */
@Repository
public class OpenQuery {
    /** More are found by the search. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;

    OpenQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<OpenDocument> all() {
        return jdbc.sql(
                        """
                        select tenant, interface, document, state, since, code, text, text_zh, waits from (
                            select record.tenant, record.interface, record.document, record.state, doubt.opened_at as since,
                                record.code, coalesce(doubt.evidence, record.text) as text,
                                coalesce(doubt.evidence, record.text_zh) as text_zh,
                                doubt.left_at is not null and doubt.decided_at is null as waits
                            from doubt join record on record.id = doubt.record_id where doubt.closed_at is null
                            union all
                            select record.tenant, record.interface, record.document, record.state, parking.parked_at,
                                parking.code, parking.text, parking.text, true
                            from parking join record on record.id = parking.record_id where parking.decided_at is null) open
                        order by waits desc, since limit ?
                        """)
                .param(MOST)
                .query(OpenQuery::document)
                .list();
    }

    private static OpenDocument document(ResultSet row, int number) throws SQLException {
        return new OpenDocument(
                Rows.key(row),
                row.getString("state"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("code"),
                Rows.words(row),
                row.getBoolean("waits"));
    }
}
