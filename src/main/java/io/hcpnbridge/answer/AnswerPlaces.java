package io.hcpnbridge.answer;

import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.erp.queue.ErpQueues;
import io.hcpnbridge.ledger.Owners;
import org.springframework.stereotype.Component;

/** Which tenants get their answers in folders and queues of their own. */
@Component
class AnswerPlaces {
    private final ErpTenants tenants;
    private final ErpQueues queues;

    AnswerPlaces(ErpTenants tenants, ErpQueues queues) {
        this.tenants = tenants;
        this.queues = queues;
    }

    Owners folders() {
        return new Owners(tenants.withFolders(), tenants.closed());
    }

    Owners queues() {
        return new Owners(queues.owners(), tenants.closed());
    }
}
