package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.Surroundings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a campaign has left behind: what the ERP has handed in ({@code workload}), what the partner has carried out ({@code partner}), what the
 * ERP has got back ({@code answers}, {@code told}), and what the ledger says of it.
 *
 * @param told the last word about each document
 * @param unanswered files and messages without an answer
 * @param took from the first start to the last answer
 */
record Outcome(
        Plan plan,
        Surroundings surroundings,
        Workload workload,
        Pulls pulls,
        PartnerRecord partner,
        Answers answers,
        Map<String, Answer.Result> told,
        Ledger ledger,
        List<Life> lives,
        List<Incident> incidents,
        List<HandedIn> unanswered,
        Duration took) {

    /** The last word about each document. */
    static Map<String, Answer.Result> told(Workload workload, Answers answers) {
        var told = new LinkedHashMap<String, Answer.Result>();
        for (var one : workload.handedIn()) {
            answers.last(one).ifPresent(answer -> answer.results()
                    .forEach(result -> told.putIfAbsent(result.document(), result)));
        }
        return told;
    }

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
