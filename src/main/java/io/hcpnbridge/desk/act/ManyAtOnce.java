package io.hcpnbridge.desk.act;

import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.desk.read.Selected;
import io.hcpnbridge.desk.read.Selection;
import io.hcpnbridge.desk.read.SelectionQuery;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One step for many documents: all that was shown before, or none. */
@Service
public class ManyAtOnce {
    private final SelectionQuery selections;
    private final Decisions decisions;
    private final Places places;
    private final Audit audit;

    ManyAtOnce(SelectionQuery selections, Decisions decisions, Places places, Audit audit) {
        this.selections = selections;
        this.decisions = decisions;
        this.places = places;
        this.audit = audit;
    }

    public enum Action {
        /** Failed and parked documents are due again. */
        RETRY,
        /** Parked documents are answered as refused. */
        REFUSE
    }

    /** What would happen: {@code done} documents would be dealt with, {@code left} ones would stay as they are. */
    public record Preview(List<Selected> selected, long done, long left) {}

    /** Those that one step deals with. */
    public List<Selected> select(Selection selection) {
        return selections.first(selection);
    }

    /** Shows what a step would do to them. */
    public Preview preview(List<Selected> selected, Action action) {
        long done = selected.stream().filter(one -> concerns(one, action)).count();
        return new Preview(selected, done, selected.size() - done);
    }

    /**
     * Does it.
     *
     * @param shown how many documents the person was told that it concerns
     * @return how many it was done to; empty if it is not as it was shown any more
     */
    @Transactional
    public Optional<Long> act(Person person, Selection selection, Action action, long shown, String reason) {
        var concerned =
                select(selection).stream().filter(one -> concerns(one, action)).toList();
        if (concerned.isEmpty() || concerned.size() != shown) {
            return Optional.empty();
        }
        long done = concerned.stream()
                .filter(one -> act(person, one, action, reason))
                .count();
        audit.write(Deed.of(
                        action == Action.RETRY ? "retry-many" : "refuse-many",
                        orNull(selection.tenant()),
                        orNull(selection.interfaceName()),
                        null)
                .from(selection.toString())
                .to(done + " documents")
                .done(person, reason));
        return Optional.of(done);
    }

    private boolean act(Person person, Selected one, Action action, String reason) {
        return one.state().equals("PARKED")
                ? decisions.decideParked(
                        person,
                        one.key(),
                        action == Action.RETRY ? Decisions.ParkedVerdict.RETRY : Decisions.ParkedVerdict.REFUSE,
                        reason)
                : decisions.tryAgain(person, one.key(), reason);
    }

    private boolean concerns(Selected one, Action action) {
        return switch (one.state()) {
            case "PARKED" -> true;
            case "FAILED" ->
                action == Action.RETRY && places.onlyReads(one.key().interfaceName());
            default -> false;
        };
    }

    private static String orNull(String name) {
        return name.isEmpty() ? null : name;
    }
}
