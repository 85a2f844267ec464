package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Ledger.Attempt;
import java.util.ArrayList;
import java.util.List;

/** Nothing is lost and nothing is carried out twice; what the ledger says of a renewal is what the partner has. */
final class MoneyCheck {
    private final Outcome outcome;
    private final List<String> findings = new ArrayList<>();

    MoneyCheck(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> findings() {
        outcome.workload().documents().forEach(this::isKeptOnce);
        outcome.writes().forEach(this::isCarriedOutAsTold);
        outcome.writes().forEach(this::isSentAgainOnlyIfKnownNotToBePlaced);
        return findings;
    }

    private void isKeptOnce(Document document) {
        var rows = outcome.ledger().records(document.number());
        if (rows.size() != 1) {
            findings.add("LOST: %s is %d records".formatted(document.number(), rows.size()));
        } else if (!Ledger.FINAL.contains("'" + rows.get(0).state() + "'")) {
            findings.add(
                    "LOST: %s stays %s".formatted(document.number(), rows.get(0).state()));
        } else if (!document.isWrite() && !rows.get(0).state().equals("OK")) {
            findings.add("%s, a question, ends %s %s"
                    .formatted(
                            document.number(), rows.get(0).state(), rows.get(0).code()));
        }
    }

    private void isCarriedOutAsTold(Document document) {
        var row = outcome.row(document);
        for (var resource : document.resources()) {
            var placed = outcome.placed(resource);
            if (placed > 1) {
                findings.add("TWICE: %s is renewed %d times (%s)".formatted(resource, placed, row.state()));
            }
            if ((row.state().equals("OK") || row.state().equals("PARTIAL")) && placed != 1) {
                findings.add("%s is %s but %s is renewed %d times"
                        .formatted(document.number(), row.state(), resource, placed));
            }
            if ((row.state().equals("FAILED") || row.state().equals("REFUSED"))) {
                findings.add(
                        "%s is %s %s; renewed %d times".formatted(document.number(), row.state(), row.code(), placed));
            }
            if (row.state().equals("OK")) {
                hasItsPolicy(document, resource);
            }
        }
    }

    private void hasItsPolicy(Document document, String resource) {
        var policy = outcome.surroundings()
                .partner()
                .state()
                .resource(resource)
                .orElseThrow()
                .expirePolicy();
        if (policy != document.policy()) {
            findings.add("%s is OK but %s has policy %d instead of %d"
                    .formatted(document.number(), resource, policy, document.policy()));
        }
    }

    private void isSentAgainOnlyIfKnownNotToBePlaced(Document document) {
        var renewals = outcome.ledger().attempts(document.number()).stream()
                .filter(Attempt::isRenewal)
                .toList();
        for (int i = 0; i + 1 < renewals.size(); i++) {
            var attempt = renewals.get(i);
            if (!attempt.disproved() && (!attempt.known() || attempt.verdict().equals("success"))) {
                findings.add("TWICE: %s was sent again after %s".formatted(document.number(), attempt));
            }
        }
        var arrived = outcome.surroundings()
                .partner()
                .journal()
                .calls(call -> call.api().family().equals("renew")
                        && call.bodyText().contains("\"" + document.resources().get(0) + "\""))
                .size();
        if (arrived > renewals.size()) {
            findings.add("%s: %d renewals arrived, the ledger has %d attempts"
                    .formatted(document.number(), arrived, renewals.size()));
        }
    }
}
