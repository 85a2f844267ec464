package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Ledger.Attempt;
import io.hcpnbridge.campaign.Ledger.Doubt;
import io.hcpnbridge.standin.journal.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every write in doubt is one that was on its way at a blow, or whose answer the partner kept to itself; and as the partner can tell of each
 * of these documents, next to none is left in doubt.
 */
final class DoubtCheck {
    private static final double RESOLVED = 0.99;

    private final Outcome outcome;

    DoubtCheck(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> findings() {
        var unjustified = doubts().stream()
                .filter(doubt -> reason(doubt).isEmpty())
                .map(doubt -> "DOUBT without a reason: %s;%s".formatted(doubt, attempts(doubt)));
        var open = doubts().stream()
                .filter(doubt -> share() < RESOLVED && !doubt.isResolvedByPartner())
                .map(doubt -> "DOUBT that is not resolved: " + doubt);
        return Stream.concat(Stream.concat(unjustified, withoutRow()), open).toList();
    }

    List<Doubt> doubts() {
        return outcome.ledger().doubts();
    }

    /** How many of all the partner's reads have decided, as a share; 1 if there were none. */
    double share() {
        return doubts().isEmpty()
                ? 1
                : doubts().stream().filter(Doubt::isResolvedByPartner).count() / (double) doubts().size();
    }

    /** Why a document is rightly in doubt. */
    Optional<String> reason(Doubt doubt) {
        return outcome.ledger().attempts(doubt.document()).stream()
                .filter(attempt -> attempt.id() == doubt.attempt() && attempt.isOnce())
                .flatMap(attempt -> Stream.concat(atBlows(attempt), atThePartner(attempt)))
                .findFirst();
    }

    /** A document that is in doubt, or that the ERP was told to be, and of which no doubt is known. */
    private Stream<String> withoutRow() {
        var known = doubts().stream().map(Doubt::document).collect(Collectors.toSet());
        return outcome.workload().documents().stream()
                .filter(document -> outcome.row(document).state().equals("IN_DOUBT"))
                .filter(document -> !known.contains(document.number()))
                .map(document -> "DOUBT without a reason: " + document.number());
    }

    private String attempts(Doubt doubt) {
        return outcome.ledger().attempts(doubt.document()).stream()
                .map(a -> " %s %s %s-%s %s;".formatted(a.node(), a.api(), a.opened(), a.closed(), a.verdict()))
                .collect(Collectors.joining());
    }

    private Stream<String> atBlows(Attempt attempt) {
        return outcome.incidents().stream()
                .filter(incident -> incident.hit(attempt.node()))
                .filter(incident -> incident.strike().blow().leavesDoubt(attempt, incident))
                .map(incident -> incident.strike().blow().name());
    }

    /** A call about the document that the partner has not answered as it should: its answer may have come and said nothing. */
    private Stream<String> atThePartner(Attempt attempt) {
        return outcome.partner().writes(outcome.workload().document(attempt.document())).stream()
                .map(Call::fault)
                .filter(fault -> fault != null && Weather.leavesDoubt(fault))
                .map(fault -> "partner: " + fault);
    }
}
