package io.hcpnbridge.portal;

import io.hcpnbridge.ledger.SignOnLedger;
import io.hcpnbridge.saml.RefusedMessageException;
import io.hcpnbridge.saml.SigningKey;
import java.util.function.Supplier;

/** The partner has signed the person off, and sends the browser here so that we do the same. */
final class EndSession implements Endpoint {
    private final SignOnLedger ledger;
    private final Supplier<Portal> portal;
    private final Supplier<SigningKey> key;
    private final Gate gate;
    private final PortalProperties settings;

    EndSession(
            SignOnLedger ledger,
            Supplier<Portal> portal,
            Supplier<SigningKey> key,
            Gate gate,
            PortalProperties settings) {
        this.ledger = ledger;
        this.portal = portal;
        this.key = key;
        this.gate = gate;
        this.settings = settings;
    }

    @Override
    public Told answer(Asked asked) throws RefusedMessageException, BusyException {
        var tenant = portal.get().tenants().get(asked.tenant());
        var request = tenant.requests().logout(asked.query());
        if (asked.session().isPresent()) {
            gate.pass(asked.session().get());
            ledger.end(asked.session().get().hash());
        }
        return Told.elsewhere(tenant.responses().loggedOut(request, key.get()).toString())
                .with("Set-Cookie", SessionCookie.gone(settings));
    }
}
