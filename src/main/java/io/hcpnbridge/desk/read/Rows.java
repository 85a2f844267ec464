package io.hcpnbridge.desk.read;

import io.hcpnbridge.text.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Columns that have the same name and meaning in every question. */
final class Rows {
    private Rows() {}

    static DocumentKey key(ResultSet row) throws SQLException {
        return new DocumentKey(row.getString("tenant"), row.getString("interface"), row.getString("document"));
    }

    /** {@code text} and {@code text_zh}, which is null where it is the same. */
    static Words words(ResultSet row) throws SQLException {
        var en = row.getString("text");
        var zh = row.getString("text_zh");
        return en == null ? Words.NONE : new Words(en, zh == null ? en : zh);
    }

    /** Null if it has not come yet. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
