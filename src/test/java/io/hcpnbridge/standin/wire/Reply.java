package io.hcpnbridge.standin.wire;

import java.io.IOException;

/** What happens on the connection instead of, or as, an answer. */
@FunctionalInterface
public interface Reply {

    /** Sends; tells whether the connection can carry another request. */
    boolean sendOver(WireConnection connection) throws IOException;
}
