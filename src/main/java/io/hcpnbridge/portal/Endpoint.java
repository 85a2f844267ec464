package io.hcpnbridge.portal;

import io.hcpnbridge.saml.RefusedMessageException;

/** Something that can be asked for at the port for sign-on. */
@FunctionalInterface
interface Endpoint {
    /** @throws RefusedMessageException if it is a message that the partner did not send to us like that */
    Told answer(Asked asked) throws RefusedMessageException;
}
