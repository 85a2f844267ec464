package io.hcpnbridge.standin.fault;

import io.hcpnbridge.standin.wire.Reply;
import io.hcpnbridge.standin.wire.WireResponse;

/** What the client gets instead of the genuine answer (an empty 200 with date and request id if the call was not taken). */
@FunctionalInterface
public interface Breakage {
    Reply instead(WireResponse genuine);
}
