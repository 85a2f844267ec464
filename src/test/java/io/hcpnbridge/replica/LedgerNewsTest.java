package io.hcpnbridge.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.ledger.LedgerReach;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;

class LedgerNewsTest {
    @ParameterizedTest(name = "away: {0}, the heartbeat hears nothing: {1}")
    @CsvSource({"true,true,false", "true,false,true", "false,true,true", "false,false,true"})
    void aFailureIsLeftUnsaidOnlyIfTheHeartbeatHasSaidIt(boolean away, boolean silent, boolean news) throws Exception {
        try (var camel = new DefaultCamelContext()) {
            var exchange = new DefaultExchange(camel);
            exchange.setProperty(
                    Exchange.EXCEPTION_CAUGHT,
                    away ? new DataAccessResourceFailureException("disk full") : new IllegalStateException());
            Silence ledger = () -> silent ? Optional.of("away") : Optional.empty();

            assertThat(new LedgerNews(new LedgerReach(), ledger).isOne(exchange))
                    .isEqualTo(news);
        }
    }
}
