package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Answers.Result;
import io.hcpnbridge.campaign.Document.Interface;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Every document is answered once in the answer to each file or message it came by, and as the ledger has it. */
final class AnswerCheck {
    private final Outcome outcome;
    private final List<String> findings = new ArrayList<>();

    AnswerCheck(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> findings() {
        outcome.unanswered().forEach(name -> findings.add("UNANSWERED: " + name));
        outcome.workload().handedIn().stream()
                .filter(one -> !outcome.unanswered().contains(one.name()))
                .forEach(this::hasEachDocumentOnce);
        return findings;
    }

    private void hasEachDocumentOnce(HandedIn one) {
        var byDocument = outcome.answers().results(one).stream().collect(Collectors.groupingBy(Result::document));
        for (var document : one.documents()) {
            var results = byDocument.getOrDefault(document.number(), List.of());
            if (results.size() != 1) {
                findings.add("%s stands in the answer to %s %d times"
                        .formatted(document.number(), one.name(), results.size()));
            } else {
                saysWhatIs(document, results.get(0), one);
            }
        }
        if (byDocument.size() != one.documents().size()) {
            findings.add("The answer to %s is about %s".formatted(one.name(), byDocument.keySet()));
        }
        if (new HashSet<>(outcome.answers().replies(one.name())).size() > 1) {
            findings.add("Message %s got different replies: %s"
                    .formatted(one.name(), outcome.answers().replies(one.name())));
        }
    }

    private void saysWhatIs(Document document, Result result, HandedIn one) {
        if (!result.status().equals(outcome.row(document).state())) {
            findings.add("%s is answered %s in %s but is %s"
                    .formatted(document.number(), result.status(), one.name(), outcome.row(document)));
        }
        if (document.kind() == Interface.LIST
                && result.status().equals("OK")
                && (result.orderRows() != Workload.LISTED || result.orders().size() != Workload.LISTED)) {
            findings.add("%s lists %d orders, %d different ones, of %d"
                    .formatted(
                            document.number(),
                            result.orderRows(),
                            result.orders().size(),
                            Workload.LISTED));
        }
        if (document.isWrite() && result.status().equals("PARTIAL")) {
            var unset = document.resources().stream()
                    .filter(resource -> outcome.surroundings()
                                    .partner()
                                    .state()
                                    .resource(resource)
                                    .orElseThrow()
                                    .expirePolicy()
                            != document.policy())
                    .collect(Collectors.toSet());
            if (!unset.equals(result.failed())) {
                findings.add("%s is PARTIAL and names %s; without their policy are %s"
                        .formatted(document.number(), result.failed(), unset));
            }
        }
    }
}
