package io.hcpnbridge.campaign;

import java.util.List;
import java.util.stream.Stream;

/** Everything that must not be, each as a sentence. */
final class Judge {
    private final Outcome outcome;

    Judge(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> findings() {
        return Stream.of(
                        new MoneyCheck(outcome).findings(),
                        new TruthCheck(outcome).findings(),
                        new DoubtCheck(outcome).findings(),
                        new AnswerCheck(outcome).findings(),
                        outcome.pulls().findings(),
                        new FolderCheck(outcome).findings(),
                        new LogCheck(outcome).findings())
                .flatMap(List::stream)
                .toList();
    }
}
