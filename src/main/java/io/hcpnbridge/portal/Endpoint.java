package io.hcpnbridge.portal;

import io.hcpnbridge.saml.RefusedMessageException;

/** Something that can be asked for at the port for sign-on. */
@FunctionalInterface
interface Endpoint {
    /**
     * Answers it.
     *
     * @throws RefusedMessageException if it is a message that the partner did not send to us like that
     * @throws BusyException if it would have to be let on to the ledger, and too many are
     */
    Told answer(Asked asked) throws RefusedMessageException, BusyException;
}
