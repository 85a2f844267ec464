package io.hcpnbridge.partner;

import io.hcpnbridge.text.Words;
import java.util.Optional;

/**
 * What a call leaves for those who look at it afterwards: the answer, and what a refused signature is examined by. Shows nothing of
 * itself: canonical requests may hold a token.
 */
public final class CallTrace {
    private ReceivedAnswer received;
    private String signed;
    private String gateways;
    private Words finding;

    /** Empty if no answer came. */
    public Optional<ReceivedAnswer> received() {
        return Optional.ofNullable(received);
    }

    public void received(ReceivedAnswer answer) {
        received = answer;
    }

    /** The canonical request that was signed; empty if nothing was. */
    public Optional<String> signed() {
        return Optional.ofNullable(signed);
    }

    public void signed(String canonicalRequest) {
        signed = canonicalRequest;
    }

    /** The canonical request that the gateway has computed; empty if it has not told it. */
    public Optional<String> gateways() {
        return Optional.ofNullable(gateways);
    }

    public void gateways(String canonicalRequest) {
        gateways = canonicalRequest;
    }

    /** Why the signature was refused, without anything secret or personal; empty if it was not. */
    public Optional<Words> finding() {
        return Optional.ofNullable(finding);
    }

    public void find(Words found) {
        finding = found;
    }

    /** The end of the call: nobody examines its signature any more. */
    void end(Credential credential) {
        signed = null;
        gateways = null;
        received = received == null || credential == null ? received : received.without(credential);
    }

    @Override
    public String toString() {
        return "CallTrace[" + received + "]";
    }
}
