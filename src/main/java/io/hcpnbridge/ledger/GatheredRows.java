package io.hcpnbridge.ledger;

import io.hcpnbridge.json.ExactJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the answer that a record has gathered so far; each stands there once, however often it comes. */
final class GatheredRows {
    private final JdbcClient jdbc;

    GatheredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void drop(ClaimedRecord record) {
        jdbc.sql("delete from result_row where record_id = ?")
                .param(record.id())
                .update();
    }

    void save(ClaimedRecord record, List<ResultRow> told) {
        if (told.isEmpty()) {
            return;
        }
        var rows = lastOfEachKey(told);
        jdbc.sql(
                        """
                        insert into result_row (record_id, row_key, kind, content)
                        select :record, key, kind, content::json
                        from unnest(:keys::text[], :kinds::text[], :contents::text[]) with ordinality as r (key, kind, content, n)
                        order by n
                        on conflict (record_id, row_key) do update set kind = excluded.kind, content = excluded.content
                        """)
                .param("record", record.id())
                .param("keys", rows.stream().map(ResultRow::key).toArray(String[]::new))
                .param("kinds", rows.stream().map(ResultRow::kind).toArray(String[]::new))
                .param(
                        "contents",
                        rows.stream().map(row -> ExactJson.text(row.content())).toArray(String[]::new))
                .update();
    }

    /** One answer may tell a row twice as well as two may; one statement cannot write it twice. */
    private static Collection<ResultRow> lastOfEachKey(List<ResultRow> told) {
        var rows = new LinkedHashMap<String, ResultRow>();
        told.forEach(row -> rows.put(row.key(), row));
        return rows.values();
    }
}
