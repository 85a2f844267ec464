package io.hcpnbridge.watch;

import io.hcpnbridge.ledger.Cutover;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.ledger.WatchLedger;
import io.hcpnbridge.ledger.WorkPause;
import java.util.List;
import java.util.stream.Stream;

/** How things stood when the ledger was last asked. */
record Standing(
        List<WatchLedger.Open> open,
        List<WatchLedger.Doubtful> doubts,
        List<WatchLedger.Owed> answers,
        List<WatchLedger.OwedPeriods> pulls,
        List<WatchLedger.LeftAlone> leftAlone,
        List<WorkPause> paused,
        List<Cutover> cutovers,
        List<WatchLedger.Table> tables) {
    static final Standing UNKNOWN =
            new Standing(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Writes in doubt that only a person can decide about. */
    Stream<WatchLedger.Doubtful> leftToPerson() {
        return doubts.stream().filter(WatchLedger.Doubtful::leftToPerson);
    }

    List<WatchLedger.LeftAlone> lanesLeftAlone() {
        return leftAlone.stream().filter(one -> one.interfaceName().isPresent()).toList();
    }

    List<WatchLedger.LeftAlone> credentialsLeftAlone() {
        return leftAlone.stream().filter(one -> one.interfaceName().isEmpty()).toList();
    }

    Stream<WatchLedger.Open> parked() {
        return open.stream().filter(records -> records.state() == RecordState.PARKED);
    }
}
