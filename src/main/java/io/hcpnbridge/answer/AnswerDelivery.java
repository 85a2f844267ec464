package io.hcpnbridge.answer;

import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.Delivery;
import io.hcpnbridge.ledger.DeliveryLedger;
import io.hcpnbridge.replica.Replica;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** Hands composed answers to the route that uploads them, and notes that they have arrived. */
@Component("answerDelivery")
public class AnswerDelivery {
    private static final int AT_A_TIME = 20;
    /** What a replica that lives has not delivered for so long is tried once more. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final DeliveryLedger ledger;
    private final Replica replica;
    private final AnswerPlaces places;
    /** The last arrival that was tried: answers that cannot be delivered do not keep those behind them waiting. */
    private volatile long tried;

    AnswerDelivery(DeliveryLedger ledger, Replica replica, AnswerPlaces places) {
        this.ledger = ledger;
        this.replica = replica;
        this.places = places;
    }

    /** Answers that are owed to the ERP, oldest first. */
    public List<Delivery> due() {
        var due = replica.holder()
                .map(holder -> ledger.takeDeliverable(Arrival.FILE, places.folders(), tried, AT_A_TIME, holder, LEASE))
                .orElse(List.of());
        tried = due.isEmpty() ? 0 : due.get(due.size() - 1).arrival();
        return due;
    }

    /** The answer stays owed. */
    public void release(@Body Object body) {
        if (body instanceof Delivery delivery) {
            ledger.release(delivery.arrival());
        }
    }

    /** The answer lies in the ERP's folder under its final name. */
    public void markDelivered(@Body Delivery delivery) {
        ledger.markDelivered(delivery.arrival());
    }
}
