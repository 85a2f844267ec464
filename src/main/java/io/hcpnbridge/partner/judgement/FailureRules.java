package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.call.LaneFullException;
import io.hcpnbridge.partner.call.ResponseTooLargeException;
import io.hcpnbridge.partner.call.TransportException;
import io.hcpnbridge.partner.credential.UnknownCredentialException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Judges a call that brought no whole answer. */
final class FailureRules {
    private FailureRules() {}

    static Judgement judge(Effect effect, Throwable failure) {
        if (failure instanceof CredentialNotObtainedException denied) {
            return denied.judgement();
        }
        return judge(effect, failure, "partner.endpoint");
    }

    /** @param setting the setting that names the host */
    static Judgement judge(Effect effect, Throwable failure, String setting) {
        if (failure instanceof UnknownCredentialException) {
            var text = CleanText.text(failure.getMessage());
            return new Judgement(Verdict.REFUSED, true, null, "BRIDGE.NO_CREDENTIAL", text, null, null, false);
        }
        if (failure instanceof LaneFullException full) {
            var text = CleanText.text(full.getMessage() + "; nothing was sent");
            var rest = full.rest().toSeconds();
            return new Judgement(Verdict.THROTTLED, true, null, "BRIDGE.QUOTA_TAKEN", text, null, rest, false);
        }
        if (failure instanceof TransportException transport) {
            return transport.sent()
                    ? afterSending(effect, transport.getCause())
                    : beforeSending(transport.getCause(), setting);
        }
        return failed(effect.mayBeRepeated(), "BRIDGE.INTERNAL", "The call broke off inside the bridge");
    }

    private static Judgement beforeSending(Throwable cause, String setting) {
        if (cause instanceof UnknownHostException) {
            return unreachable("BRIDGE.UNKNOWN_HOST", "The host of " + setting + " is not known; nothing was sent");
        }
        if (cause instanceof SocketTimeoutException) {
            return unreachable(
                    "BRIDGE.CONNECT_TIMEOUT", "No connection within partner.connect-timeout; nothing was sent");
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return unreachable("BRIDGE.CONNECTION_REFUSED", "The connection was refused; nothing was sent");
        }
        if (cause instanceof SSLException) {
            return unreachable("BRIDGE.TLS_FAILED", "No trusted TLS connection came about; nothing was sent");
        }
        return unreachable("BRIDGE.NOT_SENT", "No connection came about (" + name(cause) + "); nothing was sent");
    }

    private static Judgement afterSending(Effect effect, Throwable cause) {
        boolean known = effect.mayBeRepeated();
        if (cause instanceof ResponseTooLargeException) {
            return failed(known, "BRIDGE.RESPONSE_TOO_LARGE", "The answer has " + cause.getMessage());
        }
        if (cause instanceof SocketTimeoutException) {
            return failed(known, "BRIDGE.TIMEOUT", "No whole answer within partner.response-timeout");
        }
        if (cause instanceof HttpException || cause instanceof MessageConstraintException) {
            return failed(known, "BRIDGE.MALFORMED_RESPONSE", "The answer is not HTTP (" + name(cause) + ")");
        }
        return failed(known, "BRIDGE.CONNECTION_LOST", "The connection broke before the whole answer was here");
    }

    private static String name(Throwable cause) {
        return cause.getClass().getSimpleName();
    }

    private static Judgement unreachable(String code, String text) {
        return new Judgement(Verdict.UNREACHABLE, true, null, code, CleanText.text(text), null, null, false);
    }

    private static Judgement failed(boolean outcomeKnown, String code, String text) {
        return new Judgement(Verdict.FAILED, outcomeKnown, null, code, CleanText.text(text), null, null, false);
    }
}
