package io.hcpnbridge.answer;

import io.hcpnbridge.ledger.AnswerLedger;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.Delivery;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** Hands composed answers to the route that uploads them, and notes that they have arrived. */
@Component("answerDelivery")
public class AnswerDelivery {
    private static final int AT_A_TIME = 20;
    /** If a replica dies while it delivers, another tries after so long. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final AnswerLedger ledger;
    /** The last arrival that was tried: answers that cannot be delivered do not keep those behind them waiting. */
    private volatile long tried;

    AnswerDelivery(AnswerLedger ledger) {
        this.ledger = ledger;
    }

    /** Answers that are owed to the ERP, oldest first. */
    public List<Delivery> due() {
        var due = ledger.takeDeliverable(Arrival.FILE, tried, AT_A_TIME, LEASE);
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
