package io.hcpnbridge.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Mapping files that no batch needs: all of their batches are answered, and none of these answers is kept. */
@Repository
public class AgedMappings implements Aged {
    private final JdbcClient jdbc;

    AgedMappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** They have no age of their own. Not while a batch is being taken in: it may bring an old version back. */
    @Override
    @Transactional
    public Step delete(Place after, Duration age, int most) {
        return new Step(null, MappingLedger.lockAgainstIntake(jdbc) ? drop() : 0);
    }

    private int drop() {
        return jdbc.sql(
                        """
                        delete from mapping_file where (interface, version) in (
                            select interface, version from (select distinct interface, version from mapping_file) kept
                            where not exists (
                                select 1 from batch
                                where batch.interface = kept.interface and mapping_version = version
                                    and (edition > 0 or answered_at is null)))
                        """)
                .update();
    }
}
