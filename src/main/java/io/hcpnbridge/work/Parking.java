package io.hcpnbridge.work;

import io.hcpnbridge.ledger.Lane;
import io.hcpnbridge.ledger.ParkingLedger;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What has waited for too long for the partner, or for a way to it, is left to a person, and the ERP is told. */
@Component("parking")
public class Parking {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

    private record Reason(Lane lane, String code) {}

    private final ParkingLedger ledger;
    private final WorkProperties settings;

    Parking(ParkingLedger ledger, WorkProperties settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    /** Parks what has waited for longer than {@code work.park-after}; the log tells how much of each lane, and why. */
    public void park() {
        if (settings.parkAfter().isZero()) {
            return;
        }
        ledger.park(settings.parkAfter()).stream()
                .collect(Collectors.groupingBy(
                        parked -> new Reason(parked.lane(), parked.code()), LinkedHashMap::new, Collectors.counting()))
                .forEach((reason, number) -> LOG.error(
                        "{}: {} documents of {} are PARKED until a person decides: {}",
                        reason.lane().tenant(),
                        number,
                        reason.lane().interfaceName(),
                        reason.code()));
    }
}
