package io.hcpnbridge.exchange;

import io.hcpnbridge.ledger.KeptMessage;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.ReceivedAnswer;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.partner.signing.RawTarget;
import io.hcpnbridge.partner.signing.RequestSigner;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.SecretWatch;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes what is sent and received fit to be kept: cut, without secrets, compressed, and encrypted; or masked where there is no key. */
@Component
public class ExchangeKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeKeeper.class);

    private final ExchangeProperties settings;
    private final Curtain curtain;
    private final Current<ExchangeKeys> keys;
    private final String host;

    ExchangeKeeper(ExchangeProperties settings, Curtain curtain, SecretWatch secrets, PartnerSettings partner) {
        this.settings = settings;
        this.curtain = curtain;
        this.keys = secrets.keep(List.of(settings.keys()), found -> ExchangeKeys.of(found.get(0)));
        this.host = partner.endpoint().getRawAuthority();
    }

    /**
     * What is kept of a request; what signs it, and the credential, are never part of it.
     *
     * @param call its token
     * @param oneTime codes for one use that its record holds: they are not kept
     * @return null if it cannot be kept: the call does not depend on that
     */
    public KeptMessage sent(PartnerRequest request, UUID call, Set<String> oneTime) {
        return kept(() -> {
            var headers = new TreeMap<>(request.headers());
            headers.put("Host", host);
            headers.put("Content-Type", RequestSigner.CONTENT_TYPE);
            var line = request.method() + " " + RawTarget.of(request).text();
            var body = request.body();
            return kept(new HttpMessage(line, headers, body), body.length, call, Way.SENT, oneTime);
        });
    }

    /** What is kept of an answer, see {@link #sent}. */
    public KeptMessage received(ReceivedAnswer answer, UUID call, Set<String> oneTime) {
        return kept(() -> {
            var message = new HttpMessage(String.valueOf(answer.status()), answer.headers(), answer.body());
            return kept(message, answer.length(), call, Way.RECEIVED, oneTime);
        });
    }

    /** The keys that are in use now. */
    ExchangeKeys keys() {
        return keys.get();
    }

    private KeptMessage kept(HttpMessage whole, int length, UUID call, Way way, Set<String> oneTime) {
        var longest = settings.longest();
        var cut = length > longest;
        var message = cut
                ? whole.with(whole.startLine(), Arrays.copyOf(whole.body(), Math.min(longest, whole.body().length)))
                : whole;
        var cutFrom = cut ? length : null;
        return keys.get()
                .first()
                .map(key -> {
                    var clean = Gzip.compressed(
                            curtain.withoutSecrets(message, oneTime).bytes());
                    return new KeptMessage(key.seal(clean, call, way), key.id(), cutFrom);
                })
                .orElseGet(() -> new KeptMessage(
                        Gzip.compressed(curtain.masked(message, oneTime).bytes()), null, cutFrom));
    }

    /** Whatever goes wrong here must not keep a call from being made, nor its outcome from being noted: a write would be in doubt. */
    private static KeptMessage kept(Supplier<KeptMessage> keeping) {
        try {
            return keeping.get();
        } catch (RuntimeException e) {
            LOG.error("A request or answer cannot be kept ({})", e.getClass().getSimpleName());
            return null;
        }
    }
}
