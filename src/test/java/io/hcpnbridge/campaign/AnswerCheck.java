package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Answer.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Each document is answered once in the answer to each file or message it came by, and everywhere the same. */
final class AnswerCheck {
    private final Outcome outcome;
    private final Map<String, String> statuses = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    AnswerCheck(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> findings() {
        outcome.unanswered().forEach(one -> findings.add("UNANSWERED: " + one.kind() + " " + one.name()));
        for (var one : outcome.workload().handedIn()) {
            outcome.answers().last(one).ifPresent(answer -> hasEachDocumentOnce(one, answer));
            outcome.answers().first(one).ifPresent(answer -> hasEachDocumentOnce(one, answer));
            outcome.answers().last(one).ifPresent(answer -> saysTheSameAsOthers(one, answer));
        }
        outcome.answers().repliesWithoutRepetition().forEach((request, replies) -> {
            if (replies.stream().filter(Desk.Reply::interim).count() > 1
                    || replies.stream().filter(reply -> !reply.interim()).count() > 1) {
                findings.add("Message " + request + " got different replies: " + replies);
            }
        });
        return findings;
    }

    private void hasEachDocumentOnce(HandedIn one, Answer answer) {
        var times = answer.results().stream().collect(Collectors.groupingBy(Result::document, Collectors.counting()));
        for (var document : one.documents()) {
            var often = times.getOrDefault(document.number(), 0L);
            if (often != 1) {
                findings.add("%s stands in the answer to %s %d times".formatted(document.number(), one.name(), often));
            }
        }
        if (times.size() != one.documents().size()) {
            findings.add("The answer to %s is about %s".formatted(one.name(), times.keySet()));
        }
    }

    private void saysTheSameAsOthers(HandedIn one, Answer answer) {
        for (var result : answer.results()) {
            var before = statuses.putIfAbsent(result.document(), result.status());
            if (before != null && !before.equals(result.status())) {
                findings.add("%s is %s in %s and %s elsewhere"
                        .formatted(result.document(), result.status(), one.name(), before));
            }
        }
    }
}
