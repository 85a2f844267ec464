package io.hcpnbridge.exchange;

import io.hcpnbridge.ledger.ExchangeLedger;
import io.hcpnbridge.ledger.KeptMessage;
import io.hcpnbridge.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was sent and received with attempts, for whoever may see it. */
@Component
public class Exchanges {
    private final ExchangeLedger ledger;
    private final Curtain curtain;
    private final ExchangeKeeper keeper;

    Exchanges(ExchangeLedger ledger, Curtain curtain, ExchangeKeeper keeper) {
        this.ledger = ledger;
        this.curtain = curtain;
        this.keeper = keeper;
    }

    /**
     * The exchange of an attempt; empty if nothing is kept of it, or not any more.
     *
     * @param attempt the attempt's id
     */
    public Optional<ShownExchange> of(long attempt, View view) {
        return ledger.of(attempt)
                .map(kept -> new ShownExchange(
                        shown(kept.sent(), kept.token(), Way.SENT, view),
                        Optional.ofNullable(kept.received())
                                .map(answer -> shown(answer, kept.token(), Way.RECEIVED, view)),
                        Optional.ofNullable(kept.finding())));
    }

    private ShownMessage shown(KeptMessage kept, UUID call, Way way, View view) {
        try {
            var all = HttpMessage.of(Gzip.expanded(opened(kept, call, way)));
            var masked = view == View.MASKED || kept.keyId() == null;
            var shown = masked ? curtain.masked(all, Set.of()) : all;
            return new ShownMessage(
                    shown.startLine(),
                    shown.headers(),
                    new String(shown.body(), StandardCharsets.UTF_8),
                    masked,
                    kept.cutFrom(),
                    null);
        } catch (UnreadableExchangeException e) {
            return ShownMessage.unreadable(
                    kept.cutFrom(),
                    Words.of("What is kept cannot be read: it %s", "所保留的内容无法读取：%s", Words.same(e.getMessage())));
        }
    }

    private byte[] opened(KeptMessage kept, UUID call, Way way) {
        if (kept.keyId() == null) {
            return kept.content();
        }
        return keeper.keys()
                .of(kept.keyId())
                .orElseThrow(() -> new UnreadableExchangeException(
                        "is encrypted with the key " + kept.keyId() + ", which is not in exchange.key-file any more"))
                .open(kept.content(), call, way);
    }
}
