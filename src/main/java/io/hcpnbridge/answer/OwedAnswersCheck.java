package io.hcpnbridge.answer;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.LeftOutOfCheck;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.DeliveryLedger;
import io.hcpnbridge.ledger.Owners;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Stops the start if answers are owed to a tenant's own folders or queues that the settings no longer name: they must not go elsewhere. */
@Component
@LeftOutOfCheck
class OwedAnswersCheck implements SmartInitializingSingleton {
    private final DeliveryLedger ledger;
    private final AnswerPlaces places;

    OwedAnswersCheck(DeliveryLedger ledger, AnswerPlaces places) {
        this.ledger = ledger;
        this.places = places;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var faults = new Faults();
        look(Arrival.FILE, places.folders(), "sftp", "folders", faults);
        look(Arrival.QUEUE, places.queues(), "queue", "queues", faults);
        faults.throwAny();
    }

    private void look(String channel, Owners owners, String setting, String what, Faults faults) {
        for (var owner : ledger.withoutPlace(channel, owners)) {
            faults.add(
                    "erp.tenants." + owner + "." + setting,
                    "is missing, but the ledger owes this tenant answers in " + what + " of its own");
        }
    }
}
