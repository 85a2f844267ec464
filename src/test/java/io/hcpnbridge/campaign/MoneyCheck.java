package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Answer.Result;
import io.hcpnbridge.campaign.Ledger.Attempt;
import java.util.ArrayList;
import java.util.List;

/** Nothing is lost, nothing is carried out twice or unasked, and the ERP is told of each write what the partner has done. */
final class MoneyCheck {
    private final Outcome outcome;
    private final List<String> findings = new ArrayList<>();

    MoneyCheck(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> findings() {
        outcome.partner().strangers(outcome.workload()).forEach(call -> findings.add("UNASKED: " + call));
        outcome.workload().documents().forEach(this::isKeptOnce);
        outcome.writes().forEach(this::isCarriedOutAsTold);
        outcome.writes().forEach(this::isSentAgainOnlyIfKnownNotToBePlaced);
        return findings;
    }

    private void isKeptOnce(Document document) {
        var rows = outcome.ledger().records(document.number());
        var told = outcome.told().get(document.number());
        if (rows.size() != 1) {
            findings.add("LOST: %s is %d records".formatted(document.number(), rows.size()));
        } else if (!Ledger.FINAL.contains("'" + rows.get(0).state() + "'")) {
            findings.add(
                    "LOST: %s stays %s".formatted(document.number(), rows.get(0).state()));
        } else if (told != null && !told.status().equals(rows.get(0).state())) {
            findings.add("%s is answered %s but is %s".formatted(document.number(), told.status(), rows.get(0)));
        } else if (!document.isWrite() && !rows.get(0).state().equals("OK")) {
            findings.add("%s, a question, ends %s %s"
                    .formatted(
                            document.number(), rows.get(0).state(), rows.get(0).code()));
        }
    }

    private void isCarriedOutAsTold(Document document) {
        var executed = outcome.partner().executed(document);
        if (executed > 1) {
            findings.add("TWICE: %s is carried out %d times (%s)"
                    .formatted(
                            document.number(), executed, outcome.row(document).state()));
        }
        document.resources().stream()
                .filter(resource -> outcome.placed(resource) > 1)
                .forEach(resource ->
                        findings.add("TWICE: %s is renewed %d times".formatted(resource, outcome.placed(resource))));
        var told = outcome.told().get(document.number());
        if (told != null) {
            isTrue(document, told, executed);
        }
    }

    private void isTrue(Document document, Result told, long executed) {
        switch (told.status()) {
            case "OK", "PARTIAL" -> {
                if (executed != 1) {
                    findings.add("UNTRUE: %s is answered %s and carried out %d times"
                            .formatted(document.number(), told.status(), executed));
                }
            }
            case "IN_DOUBT" -> {
                // Whether that is justified is another question.
            }
            default ->
                findings.add("%s is answered %s %s; carried out %d times"
                        .formatted(document.number(), told.status(), told.field("code"), executed));
        }
    }

    private void isSentAgainOnlyIfKnownNotToBePlaced(Document document) {
        var writes = outcome.ledger().attempts(document.number()).stream()
                .filter(Attempt::isOnce)
                .toList();
        for (int i = 0; i + 1 < writes.size(); i++) {
            var attempt = writes.get(i);
            if (!attempt.disproved() && (!attempt.known() || attempt.verdict().equals("success"))) {
                findings.add("TWICE: %s was sent again after %s".formatted(document.number(), attempt));
            }
        }
        var arrived = outcome.partner().writes(document).size();
        if (arrived > writes.size()) {
            findings.add("%s: %d writes arrived, the ledger has %d attempts"
                    .formatted(document.number(), arrived, writes.size()));
        }
    }
}
