package io.hcpnbridge.desk.act;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work that is to wait, and to go on. */
@Service
public class Pauses {
    private final JdbcClient jdbc;
    private final Audit audit;

    Pauses(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Nothing of it is sent any more; takes the place of a pause of exactly these.
     *
     * @param tenant null: every; so the interface
     * @param until null: until somebody ends it
     */
    @Transactional
    public void set(Person person, String tenant, String interfaceName, Instant until, String reason) {
        jdbc.sql("select pause_work(?, ?, ?, ?, ?)")
                .params(
                        tenant,
                        interfaceName,
                        person.name(),
                        reason,
                        until == null ? null : OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query(Long.class)
                .single();
        audit.write(Deed.of("pause", tenant, interfaceName, null)
                .to(until == null ? "paused" : "paused until " + until)
                .done(person, reason));
    }

    /** The pause of exactly these is over; false if there is none. */
    @Transactional
    public boolean end(Person person, String tenant, String interfaceName, String reason) {
        boolean done = jdbc.sql("select resume_work(?, ?, ?, ?)")
                .params(tenant, interfaceName, person.name(), reason)
                .query(Boolean.class)
                .single();
        if (done) {
            audit.write(Deed.of("end-pause", tenant, interfaceName, null)
                    .from("paused")
                    .to("at work")
                    .done(person, reason));
        }
        return done;
    }
}
