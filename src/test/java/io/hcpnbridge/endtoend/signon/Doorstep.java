package io.hcpnbridge.endtoend.signon;

import io.hcpnbridge.rehearsal.FreePort;
import io.hcpnbridge.rehearsal.RunningBridge;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.signon.PartnerLogin;
import java.util.function.Consumer;

/**
 * An adapter with its port for sign-on, and the partner's login that knows its metadata.
 *
 * @param portal address of the port
 */
record Doorstep(RunningBridge bridge, PartnerLogin partner, String portal) implements AutoCloseable {
    /** @param more settings of the adapter */
    static Doorstep open(Consumer<Surroundings> more) throws Exception {
        var partner = new PartnerLogin(0);
        var port = FreePort.find();
        var portal = "http://127.0.0.1:" + port;
        var bridge = RunningBridge.start(surroundings -> {
            surroundings.withQueues().withSignOn(partner, port);
            more.accept(surroundings);
        });
        partner.upload(Surroundings.PLATFORM, portal + "/saml/acme");
        return new Doorstep(bridge, partner, portal);
    }

    @Override
    public void close() {
        bridge.close();
        partner.close();
    }
}
