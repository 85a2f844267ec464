package io.hcpnbridge.desk.read;

import java.time.Instant;

/**
 * What the partner has told of an account and a user of the ERP's platform.
 *
 * @param number grows in the order in which notices come
 * @param action 1: bound; what others mean is not known; null if none was told
 * @param customerId of the partner cloud; null if it was not told, and so the next ones
 * @param event by which the ERP hears of it
 * @param sentAt when the broker had the event; null if it has not, or there is none
 */
public record Binding(
        long number,
        String tenant,
        Instant at,
        Integer action,
        String customerId,
        String accountName,
        String platformUserId,
        Event event,
        Instant sentAt,
        Association association) {
    /** What became of the event. */
    public enum Event {
        SENT,
        WAITS,
        /** There was none, as nobody hears of events or nothing was bound; or it is deleted by its age. */
        NONE
    }

    /** Whether it tells of an account that is the user's from then on. */
    public boolean isBound() {
        return action != null && action == 1;
    }

    /** Whether the account was bound, and yet the customer did not become one of the partner's, or is none any more. */
    public boolean hasFailed() {
        return isBound() && association.state() == Association.State.NOT_AMONG;
    }

    Binding with(Association known) {
        return new Binding(number, tenant, at, action, customerId, accountName, platformUserId, event, sentAt, known);
    }

    @Override
    public String toString() {
        return "Binding[" + number + "]";
    }
}
