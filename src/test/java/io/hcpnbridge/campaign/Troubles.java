package io.hcpnbridge.campaign;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** What each blow does, and what ends it. */
final class Troubles {
    private static final Duration ORDERLY_END = Duration.ofSeconds(100);
    private static final int BYTES_UNTIL_BREAK = 20_000;
    private static final int SLOW_BYTES_PER_SECOND = 8_000;

    private final Fleet fleet;
    private final Map<Blow, Trouble> all = new EnumMap<>(Blow.class);

    Troubles(Ground ground, Fleet fleet, Workload workload, Random random) {
        this.fleet = fleet;
        processes();
        database(ground);
        broker(ground);
        sftp(ground, random);
        everybody(Blow.RENAMED_FILES, workload::renameSome, () -> {});
    }

    Trouble of(Blow blow) {
        return all.get(blow);
    }

    private void processes() {
        one(Blow.KILL, life -> life.process().kill(), () -> {});
        one(Blow.FREEZE, life -> life.process().pause(), () -> fleet.living()
                .forEach(life -> life.process().goOn()));
        one(Blow.TERMINATE, Life::terminate, () -> fleet.lives().stream()
                .filter(Life::isTerminated)
                .forEach(life -> life.process().awaitEnd(ORDERLY_END)));
        one(Blow.CUT_OFF, life -> life.wire().cut(), () -> fleet.living()
                .forEach(life -> life.wire().mend()));
    }

    private void database(Ground ground) {
        everybody(Blow.STOP_DATABASE, ground.crash()::stop, ground.crash()::start);
        everybody(Blow.CUT_SESSIONS, ground::cutSessions, () -> {});
        var database = ground.surroundings().database();
        everybody(Blow.READ_ONLY_DATABASE, database::onlyRead, database::write);
        everybody(Blow.FULL_DATABASE, () -> ground.databaseDisc().fill(), () -> ground.databaseDisc()
                .free());
    }

    private void broker(Ground ground) {
        everybody(Blow.STOP_BROKER, ground::stopBroker, ground::startBroker);
        everybody(Blow.FULL_BROKER, () -> ground.brokerDisc().fill(), ground::freeBroker);
    }

    private void sftp(Ground ground, Random random) {
        var wire = ground.sftpWire();
        everybody(Blow.BREAK_SFTP, () -> wire.dropAfter(random.nextInt(BYTES_UNTIL_BREAK)), wire::mend);
        everybody(Blow.STOP_SFTP, wire::cut, wire::mend);
        everybody(Blow.SLOW_SFTP, () -> wire.slowDown(SLOW_BYTES_PER_SECOND), wire::mend);
        everybody(Blow.FEW_LOGINS, () -> wire.admit(1), wire::mend);
        everybody(Blow.FULL_DISC, () -> ground.sftpDisc().fill(), () -> ground.sftpDisc()
                .free());
        everybody(Blow.READ_ONLY_DISC, () -> ground.sftpDisc().onlyRead(), () -> ground.sftpDisc()
                .write());
    }

    private void one(Blow blow, Consumer<Life> begin, Runnable end) {
        all.put(
                blow,
                Trouble.of(
                        life -> {
                            begin.accept(life);
                            return Set.of(life.node());
                        },
                        end));
    }

    private void everybody(Blow blow, Runnable begin, Runnable end) {
        all.put(
                blow,
                Trouble.of(
                        life -> {
                            begin.run();
                            return fleet.nodes();
                        },
                        end));
    }
}
