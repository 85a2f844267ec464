package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.partner.Effect;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.partner.call.LaneFullException;
import io.hcpnbridge.partner.call.ResponseTooLargeException;
import io.hcpnbridge.partner.call.StoodStillException;
import io.hcpnbridge.partner.call.TransportException;
import io.hcpnbridge.partner.credential.UnknownCredentialException;
import io.hcpnbridge.text.Words;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Judges a call that brought no whole answer. */
final class FailureRules {
    /** Seconds until what only this process's own trouble prevented is tried again. */
    private static final long SOON = 1;

    private FailureRules() {}

    static Judgement judge(Effect effect, Throwable failure) {
        if (failure instanceof CredentialNotObtainedException denied) {
            return denied.judgement();
        }
        return judge(effect, failure, "partner.endpoint");
    }

    /** @param setting the setting that names the host */
    static Judgement judge(Effect effect, Throwable failure, String setting) {
        if (failure instanceof UnknownCredentialException unknown) {
            return Judgement.withoutAnswer(Verdict.REFUSED, "BRIDGE.NO_CREDENTIAL", unknown.words());
        }
        if (failure instanceof LaneFullException full) {
            return quotaTaken(full);
        }
        if (failure instanceof TransportException transport) {
            return transport.sent()
                    ? afterSending(effect, transport.getCause())
                    : beforeSending(transport.getCause(), setting);
        }
        return unanswered(effect, "BRIDGE.INTERNAL", new Words("The call broke off inside the bridge", "调用在适配器内部中断"));
    }

    private static Judgement quotaTaken(LaneFullException full) {
        var text =
                Words.of("The quota of %s is taken for a while; nothing was sent", "%s 的配额暂时用尽；没有发送任何内容", full.api());
        return Judgement.notYet("BRIDGE.QUOTA_TAKEN", text, full.rest().toSeconds());
    }

    private static Judgement beforeSending(Throwable cause, String setting) {
        if (cause instanceof LaneFullException full) {
            return quotaTaken(full);
        }
        if (cause instanceof StoodStillException) {
            return Judgement.notYet(
                    "BRIDGE.STOOD_STILL",
                    new Words("The adapter stood still before sending; nothing was sent", "适配器在发送之前停顿；没有发送任何内容"),
                    SOON);
        }
        if (cause instanceof DataAccessException || cause instanceof TransactionException) {
            return Judgement.notYet(
                    "BRIDGE.LEDGER_AWAY",
                    new Words(
                            "The ledger was out of reach when the call was to be sent; nothing was sent",
                            "即将发送调用时无法访问台账；没有发送任何内容"),
                    SOON);
        }
        return unreachable(cause, setting);
    }

    /** The partner's host has let nobody in. */
    private static Judgement unreachable(Throwable cause, String setting) {
        if (cause instanceof UnknownHostException) {
            return unreachable(
                    "BRIDGE.UNKNOWN_HOST",
                    Words.of("The host of %s is not known; nothing was sent", "%s 的主机名无法解析；没有发送任何内容", setting));
        }
        if (cause instanceof SocketTimeoutException) {
            return unreachable(
                    "BRIDGE.CONNECT_TIMEOUT",
                    new Words(
                            "No connection within partner.connect-timeout; nothing was sent",
                            "在 partner.connect-timeout 之内没有建立连接；没有发送任何内容"));
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return unreachable(
                    "BRIDGE.CONNECTION_REFUSED",
                    new Words("The connection was refused; nothing was sent", "连接被拒绝；没有发送任何内容"));
        }
        if (cause instanceof SSLException) {
            return unreachable(
                    "BRIDGE.TLS_FAILED",
                    new Words("No trusted TLS connection came about; nothing was sent", "没有建立可信的 TLS 连接；没有发送任何内容"));
        }
        return unreachable(
                "BRIDGE.NOT_SENT",
                Words.of("No connection came about (%s); nothing was sent", "没有建立连接（%s）；没有发送任何内容", name(cause)));
    }

    private static Judgement afterSending(Effect effect, Throwable cause) {
        if (cause instanceof ResponseTooLargeException large) {
            return unanswered(
                    effect,
                    "BRIDGE.RESPONSE_TOO_LARGE",
                    Words.of("The answer has more than %s bytes", "应答超过 %s 字节", large.limit()));
        }
        if (cause instanceof SocketTimeoutException) {
            return unanswered(
                    effect,
                    "BRIDGE.TIMEOUT",
                    new Words(
                            "No whole answer within partner.response-timeout",
                            "在 partner.response-timeout 之内没有收到完整的应答"));
        }
        if (cause instanceof HttpException || cause instanceof MessageConstraintException) {
            return unanswered(
                    effect,
                    "BRIDGE.MALFORMED_RESPONSE",
                    Words.of("The answer is not HTTP (%s)", "应答不是 HTTP（%s）", name(cause)));
        }
        return unanswered(
                effect,
                "BRIDGE.CONNECTION_LOST",
                new Words("The connection broke before the whole answer was here", "在收到完整的应答之前连接中断"));
    }

    private static String name(Throwable cause) {
        return cause.getClass().getSimpleName();
    }

    private static Judgement unreachable(String code, Words text) {
        return Judgement.withoutAnswer(Verdict.UNREACHABLE, code, text);
    }

    private static Judgement unanswered(Effect effect, String code, Words text) {
        return Judgement.withoutAnswer(Verdict.unanswered(effect), code, text);
    }
}
