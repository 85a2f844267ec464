package io.hcpnbridge.desk.read;

import java.time.Instant;

/**
 * Whether a customer is among the partner's customers, as far as lists tell that the ERP has asked for. Nothing is guessed.
 *
 * @param knownAt when the list was read that tells it; null: none tells it
 */
public record Association(State state, Instant knownAt) {
    static final Association NOT_KNOWN = new Association(State.NOT_KNOWN, null);

    /** What is known. */
    public enum State {
        /** The customer stands in the last list that tells of it. */
        AMONG,
        /** The customer does not, though the list was read after the account was bound. */
        NOT_AMONG,
        /** No list was read since that tells of the customer. */
        NOT_KNOWN
    }

    /**
     * What a list says about a customer who has bound an account. That the customer did not stand in it before says nothing.
     *
     * @param list null if none tells of the customer
     */
    static Association of(Listed list, Instant boundAt) {
        if (list == null || !list.among() && !list.at().isAfter(boundAt)) {
            return NOT_KNOWN;
        }
        return new Association(list.among() ? State.AMONG : State.NOT_AMONG, list.at());
    }

    /**
     * What a list tells of a customer.
     *
     * @param at when the adapter began to read it
     */
    record Listed(boolean among, Instant at) {}
}
