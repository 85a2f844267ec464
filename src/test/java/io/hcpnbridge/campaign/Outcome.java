package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.Surroundings;
import java.time.Duration;
import java.util.List;

/**
 * What a campaign has left behind.
 *
 * @param unanswered files and messages without an answer
 * @param took from the first start to the last answer
 */
record Outcome(
        Plan plan,
        Surroundings surroundings,
        Ledger ledger,
        Workload workload,
        Answers answers,
        List<Life> lives,
        List<Incident> incidents,
        List<String> unanswered,
        Duration took) {
    /** How often a resource was renewed, as the partner has it. */
    int placed(String resource) {
        return surroundings.partner().journal().placedRenewals(resource);
    }

    List<Document> writes() {
        return workload.documents().stream().filter(Document::isWrite).toList();
    }

    /** The one record of a document; a stranger if there is none. */
    Ledger.Row row(Document document) {
        var rows = ledger.records(document.number());
        return rows.isEmpty() ? new Ledger.Row(0, document.number(), "MISSING", null, null) : rows.get(0);
    }
}
