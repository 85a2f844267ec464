package io.hcpnbridge.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which record a thing at the partner came of, such as an order. */
final class Placements {
    private final JdbcClient jdbc;

    Placements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps that these things at the partner came of the record. */
    void keep(ClaimedRecord record, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into placement (interface, row_key, record_id)
                        select :interface, key, :record from unnest(:keys::text[]) as key
                        on conflict do nothing
                        """)
                .param("interface", record.interfaceName())
                .param("record", record.id())
                .param("keys", rows.toArray(String[]::new))
                .update();
    }

    /** The document of another record that one of these things came of. */
    Optional<String> placedByAnother(ClaimedRecord record, List<String> rows) {
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
}
