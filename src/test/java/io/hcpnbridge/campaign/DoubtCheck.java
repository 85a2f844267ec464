package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Ledger.Attempt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every renewal in doubt is one that was on its way at a blow, or whose answer the partner kept to itself. */
final class DoubtCheck {
    private final Outcome outcome;

    DoubtCheck(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> findings() {
        return inDoubt().stream()
                .filter(document -> reason(document).isEmpty())
                .map(document -> "DOUBT without a reason: %s;%s".formatted(outcome.row(document), attempts(document)))
                .toList();
    }

    List<Document> inDoubt() {
        return outcome.workload().documents().stream()
                .filter(document -> outcome.row(document).state().equals("IN_DOUBT"))
                .toList();
    }

    /** Why a document is rightly in doubt. */
    Optional<String> reason(Document document) {
        var renewals = outcome.ledger().attempts(document.number()).stream()
                .filter(Attempt::isRenewal)
                .toList();
        if (renewals.isEmpty()) {
            return Optional.empty();
        }
        var last = renewals.get(renewals.size() - 1);
        if (last.known()) {
            return Optional.empty();
        }
        return Stream.concat(atBlows(last), atThePartner(document)).findFirst();
    }

    private String attempts(Document document) {
        return outcome.ledger().attempts(document.number()).stream()
                .map(a -> " %s %s %s-%s %s;".formatted(a.node(), a.api(), a.opened(), a.closed(), a.verdict()))
                .collect(Collectors.joining());
    }

    private Stream<String> atBlows(Attempt attempt) {
        return outcome.incidents().stream()
                .filter(incident -> incident.hit(attempt.node()))
                .filter(incident -> switch (incident.strike().blow()) {
                    case KILL -> attempt.closed() == null;
                    case FREEZE, STOP_DATABASE, CUT_SESSIONS -> attempt.isOpenAt(incident.at());
                    // A renewal that is on its way is awaited.
                    case TERMINATE -> false;
                })
                .map(incident -> incident.strike().blow().name());
    }

    private Stream<String> atThePartner(Document document) {
        return outcome
                .surroundings()
                .partner()
                .journal()
                .calls(call -> call.api().family().equals("renew")
                        && call.bodyText().contains("\"" + document.resources().get(0) + "\"")
                        && Weather.UNKNOWN.contains(String.valueOf(call.fault())))
                .stream()
                .map(call -> "partner: " + call.fault());
    }
}
