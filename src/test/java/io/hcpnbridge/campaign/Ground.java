package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.OpenSsh;
import io.hcpnbridge.rehearsal.SmallDisc;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.rehearsal.TcpWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the adapter stands on, all of which can fail: partner, database, broker, SFTP server and their discs. */
final class Ground implements AutoCloseable {
    /** Further settings of the adapter: {@code -Dcampaign.settings=work.lease=20s,work.workers=4}. */
    private static final String SETTINGS = "campaign.settings";

    /** Of a disc of its own, and how many documents one more of them is for. */
    private static final int DISC_MEGABYTES = 256;

    private static final int DOCUMENTS_PER_MEGABYTE = 40;
    private static final int MOST_DISC_USED = 90;

    private final Surroundings surroundings = Surroundings.start().withQueues();
    private final JdbcClient ledger = JdbcClient.create(surroundings.database().dataSource());
    private final DatabaseCrash crash = DatabaseCrash.of(ledger);
    private final OpenSsh openSsh;
    private final TcpWire sftpWire;
    private SmallDisc sftpDisc;
    private SmallDisc databaseDisc;
    private SmallDisc brokerDisc;

    Ground(Plan plan) {
        settings(plan);
        openSsh = plan.openSsh() ? OpenSsh.start(surroundings) : null;
        sftpWire = TcpWire.to(openSsh == null ? surroundings.sftp().port() : openSsh.port());
        if (plan.strikes().stream()
                .anyMatch(strike -> strike.blow().name().endsWith("_SFTP") || strike.blow() == Blow.FEW_LOGINS)) {
            wireSftp();
        }
        if (plan.has(Blow.FULL_DISC) || plan.has(Blow.READ_ONLY_DISC)) {
            sftpDisc = SmallDisc.over(home(), megabytes(plan));
        }
        if (plan.has(Blow.FULL_DATABASE)) {
            moveLedger(megabytes(plan));
        }
        if (plan.has(Blow.FULL_BROKER)) {
            moveBroker(megabytes(plan));
        }
    }

    private static int megabytes(Plan plan) {
        return DISC_MEGABYTES + (plan.writes() + plan.reads()) / DOCUMENTS_PER_MEGABYTE;
    }

    /** Production's settings but for intervals of looking and quotas; an answer waits for what becomes of a write in doubt. */
    private void settings(Plan plan) {
        surroundings
                .set("spring.datasource.url", "${" + Fleet.LEDGER + "}")
                .set("work.tries", "8")
                .set("answer.await-doubts", "3m")
                .set("doubts.poll-interval", "300")
                .set("doubts.first-pause", "1s")
                .set("doubts.longest-pause", "5s")
                .set("partner.response-timeout", "15s")
                .set("doubts.settle-time", "20s")
                .set("doubts.repeats", "3");
        Quotas.largest().forEach((api, quota) -> surroundings.set("partner.quotas." + api, String.valueOf(quota)));
        plan.settings().forEach(surroundings::set);
        Stream.of(System.getProperty(SETTINGS, "").split(","))
                .filter(setting -> !setting.isBlank())
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> surroundings.set(setting[0], setting[1]));
    }

    private void wireSftp() {
        try {
            var hosts = Path.of(surroundings.property("erp.sftp.known-hosts-file"));
            var port = surroundings.property("erp.sftp.port");
            Files.writeString(hosts, Files.readString(hosts).replace(":" + port + " ", ":" + sftpWire.port() + " "));
            surroundings.set("erp.sftp.port", String.valueOf(sftpWire.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ledger's tables come to lie on a disc of their own; the server's log of changes stays where it is. */
    private void moveLedger(int megabytes) {
        databaseDisc = SmallDisc.over(surroundings.folder().resolve("ledger"), megabytes);
        try {
            var space = Files.createDirectories(databaseDisc.folder().resolve("space"));
            ledger.sql("create tablespace small location '" + space + "'").update();
            surroundings.database().moveTo("small");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void moveBroker(int megabytes) {
        stopBroker();
        brokerDisc = SmallDisc.over(surroundings.folder().resolve("broker"), megabytes);
        surroundings.broker().blockAbove(MOST_DISC_USED);
        startBroker();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Of the ERP's login at its SFTP server. */
    Path home() {
        return openSsh == null ? surroundings.sftp().home() : openSsh.home();
    }

    JdbcClient ledger() {
        return ledger;
    }

    DatabaseCrash crash() {
        return crash;
    }

    TcpWire sftpWire() {
        return sftpWire;
    }

    SmallDisc sftpDisc() {
        return sftpDisc;
    }

    SmallDisc databaseDisc() {
        return databaseDisc;
    }

    SmallDisc brokerDisc() {
        return brokerDisc;
    }

    void cutSessions() {
        ledger.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()")
                .query(Long.class)
                .single();
    }

    void stopBroker() {
        try {
            surroundings.broker().stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes room; a broker that had shut itself down for want of it is started again, as its operator would. */
    void freeBroker() {
        brokerDisc.free();
        if (!surroundings.broker().isServing()) {
            stopBroker();
            startBroker();
        }
    }

    void startBroker() {
        try {
            surroundings.broker().start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sftpWire.close();
        if (openSsh != null) {
            openSsh.close();
        }
        surroundings.close();
        Stream.of(sftpDisc, databaseDisc, brokerDisc)
                .filter(disc -> disc != null)
                .forEach(SmallDisc::close);
    }
}
