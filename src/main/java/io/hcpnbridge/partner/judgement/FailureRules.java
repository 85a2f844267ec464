package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.Verdict;
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
            return Judgement.withoutAnswer(Verdict.REFUSED, "BRIDGE.NO_CREDENTIAL", failure.getMessage());
        }
        if (failure instanceof LaneFullException full) {
            var text = full.getMessage() + "; nothing was sent";
            return Judgement.notYet("BRIDGE.QUOTA_TAKEN", text, full.rest().toSeconds());
        }
        if (failure instanceof TransportException transport) {
            return transport.sent()
                    ? afterSending(effect, transport.getCause())
                    : beforeSending(transport.getCause(), setting);
        }
        return unanswered(effect, "BRIDGE.INTERNAL", "The call broke off inside the bridge");
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
        if (cause instanceof ResponseTooLargeException) {
            return unanswered(effect, "BRIDGE.RESPONSE_TOO_LARGE", "The answer has " + cause.getMessage());
        }
        if (cause instanceof SocketTimeoutException) {
            return unanswered(effect, "BRIDGE.TIMEOUT", "No whole answer within partner.response-timeout");
        }
        if (cause instanceof HttpException || cause instanceof MessageConstraintException) {
            return unanswered(effect, "BRIDGE.MALFORMED_RESPONSE", "The answer is not HTTP (" + name(cause) + ")");
        }
        return unanswered(effect, "BRIDGE.CONNECTION_LOST", "The connection broke before the whole answer was here");
    }

    private static String name(Throwable cause) {
        return cause.getClass().getSimpleName();
    }

    private static Judgement unreachable(String code, String text) {
        return Judgement.withoutAnswer(Verdict.UNREACHABLE, code, text);
    }

    private static Judgement unanswered(Effect effect, String code, String text) {
        return Judgement.withoutAnswer(Verdict.unanswered(effect), code, text);
    }
}
