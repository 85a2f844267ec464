package io.hcpnbridge.ledger;

import io.hcpnbridge.json.ExactJson;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which record a thing at the partner came of, such as an order. */
final class Placements {
    private final JdbcClient jdbc;

    Placements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps that these things at the partner came of the record, unless they came of another. Who keeps the same at the same time waits for
     * the other's end.
     *
     * @return what nobody had kept before
     */
    List<String> keep(ClaimedRecord record, List<String> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        insert into placement (interface, row_key, record_id)
                        select :interface, key, :record from unnest(:keys::text[]) as key order by key
                        on conflict do nothing
                        returning row_key
                        """)
                .param("interface", record.interfaceName())
                .param("record", record.id())
                .param("keys", rows.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /**
     * Keeps that these things came of the record if they came of no other, and can come of no other any more.
     *
     * @return how the question ends if not, and nothing is kept; else nothing
     */
    Optional<Inquiry> keepUnlessAnothers(ClaimedRecord record, Found found) {
        var rows = found.keys();
        var kept = keep(record, rows);
        var another = placedByAnother(record, rows)
                .<Inquiry>map(document -> new Inquiry.LeftToPerson("What was found came of document " + document))
                .or(() -> Optional.ofNullable(found.rivals())
                        .filter(rivals -> isOneUnderWay(record, rivals))
                        .map(Found.Rivals::otherwise));
        if (another.isPresent()) {
            jdbc.sql("delete from placement where interface = ? and row_key = any (?)")
                    .params(record.interfaceName(), kept.toArray(String[]::new))
                    .update();
        }
        return another;
    }

    private Optional<String> placedByAnother(ClaimedRecord record, List<String> rows) {
        return jdbc.sql(
                        """
                        select document from placement join record on record.id = record_id
                        where placement.interface = :interface and row_key = any (:keys)
                            and record_id <> :record
                        limit 1
                        """)
                .param("interface", record.interfaceName())
                .param("keys", rows.toArray(String[]::new))
                .param("record", record.id())
                .query(String.class)
                .optional();
    }

    /** Whoever's answer is being written at this moment waits for the keys, and is still under way. */
    private boolean isOneUnderWay(ClaimedRecord record, Found.Rivals rivals) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from record
                            where tenant = :tenant and interface = any (:interfaces) and id <> :record
                                and (state = 'SENT' or pending and state in ('DUE', 'CLAIMED'))
                                and content::jsonb @> cast(:with as jsonb))
                        """)
                .param("tenant", record.tenant())
                .param("interfaces", rivals.interfaces().toArray(String[]::new))
                .param("record", record.id())
                .param("with", ExactJson.text(rivals.with()))
                .query(Boolean.class)
                .single();
    }
}
