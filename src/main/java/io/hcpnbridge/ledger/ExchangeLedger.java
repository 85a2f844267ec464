package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent and received with an attempt. It is written by the statements that announce a call and note its outcome. */
@Repository
public class ExchangeLedger {
    /** Beside {@code opened}, which gives the attempt's {@code id}. */
    static final String SENT =
            """
            insert into exchange (attempt_id, way, shared_with, key_id, content, cut_from)
            select id, 'SENT', cast(:sharedWith as bigint), cast(:key as text), cast(:content as bytea), cast(:cutFrom as int)
            from opened where :kept
            """;

    /** Beside {@code call}, which gives the attempt's {@code id}. */
    static final String RECEIVED =
            """
            insert into exchange (attempt_id, way, key_id, content, cut_from, finding, finding_zh)
            select id, 'RECEIVED', cast(:key as text), cast(:content as bytea), cast(:cutFrom as int), cast(:finding as text),
                cast(:findingZh as text)
            from call where :kept
            """;

    private final JdbcClient jdbc;

    ExchangeLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is kept of the call; of one that several records shared, for each of them the same. Empty if nothing is, or not any more.
     *
     * @param attempt the attempt's id
     */
    public Optional<KeptExchange> of(long attempt) {
        return jdbc.sql(
                        """
                        select token, sent.key_id as sent_key, sent.content as sent, sent.cut_from as sent_cut_from,
                            received.key_id as received_key, received.content as received, received.cut_from as received_cut_from,
                            received.finding, received.finding_zh
                        from exchange asked
                        join exchange sent on sent.attempt_id = coalesce(asked.shared_with, asked.attempt_id) and sent.way = 'SENT'
                        left join exchange received on received.attempt_id = sent.attempt_id and received.way = 'RECEIVED'
                        join attempt on attempt.id = sent.attempt_id
                        where asked.attempt_id = ? and asked.way = 'SENT' and sent.content is not null
                        """)
                .param(attempt)
                .query(ExchangeLedger::exchange)
                .optional();
    }

    private static KeptExchange exchange(ResultSet row, int number) throws SQLException {
        var finding = row.getString("finding");
        return new KeptExchange(
                row.getObject("token", UUID.class),
                message(row, "sent"),
                message(row, "received"),
                finding == null ? null : new Words(finding, row.getString("finding_zh")));
    }

    private static KeptMessage message(ResultSet row, String way) throws SQLException {
        var content = row.getBytes(way);
        return content == null
                ? null
                : new KeptMessage(
                        content, row.getString(way + "_key"), row.getObject(way + "_cut_from", Integer.class));
    }

    /** For {@link #SENT}. With the second record of a call and all further ones stands only with whose attempt it is kept. */
    static Map<String, Object> sent(KeptMessage message, Long sharedWith) {
        var values = values(sharedWith == null ? message : null);
        values.put("kept", message != null);
        values.put("sharedWith", sharedWith);
        return values;
    }

    /** For {@link #RECEIVED}. */
    static Map<String, Object> received(AttemptOutcome outcome) {
        var values = values(outcome.received());
        values.put("kept", outcome.received() != null);
        values.put(
                "finding", outcome.finding() == null ? null : outcome.finding().en());
        values.put(
                "findingZh",
                outcome.finding() == null ? null : outcome.finding().zh());
        return values;
    }

    private static Map<String, Object> values(KeptMessage message) {
        var values = new HashMap<String, Object>();
        values.put("key", message == null ? null : message.keyId());
        values.put("content", message == null ? null : message.content());
        values.put("cutFrom", message == null ? null : message.cutFrom());
        return values;
    }
}
