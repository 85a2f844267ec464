package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.stop.Stopping;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The route that ships, with everything of the partner package around it and a ledger that only counts. */
final class CallBench implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    CallBench(String endpoint, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "camel.main.routes-include-pattern="
                        + "file:routes/partner-call.camel.yaml,file:routes/customer-credential.camel.yaml",
                "partner.site=china",
                // Neither database nor folders are here to be ready.
                "management.endpoint.health.validate-group-membership=false",
                "partner.endpoint=" + endpoint,
                "partner.iam-endpoint=" + endpoint,
                "partner.connect-timeout=5s",
                "partner.response-timeout=20s",
                "partner.max-response-size=2KB",
                "partner.tenants.acme.domain-id=0fakedomain",
                "partner.tenants.acme.access-key=ak-canary-partner",
                "partner.tenants.acme.secret-key=sk-canary-partner",
                "partner.tenants.acme.customers.c1.access-key=ak-canary-customer",
                "partner.tenants.acme.customers.c1.secret-key=sk-canary-customer",
                "partner.tenants.acme.customers.c1.security-token=token-canary=="));
        all.addAll(List.of(properties));
        context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .run(arguments(all));
    }

    /** As arguments, which go before the shipped settings; the last one counts. */
    private static String[] arguments(List<String> properties) {
        Map<String, String> last = new TreeMap<>();
        properties.forEach(property -> last.put(property.substring(0, property.indexOf('=')), property));
        return last.values().stream().map(property -> "--" + property).toArray(String[]::new);
    }

    /** Sends one request through {@code call-partner}; what the exchange holds afterwards. */
    Exchange call(PartnerRequest request, Map<String, Object> headersFromUpstream) {
        return call("acme", request, headersFromUpstream);
    }

    Exchange call(String tenant, PartnerRequest request, Map<String, Object> headersFromUpstream) {
        return context.getBean(ProducerTemplate.class).send("direct:call-partner", exchange -> {
            PartnerCall.of(tenant, request, ledger()::commit).putOn(exchange);
            exchange.getMessage().setHeaders(new HashMap<>(headersFromUpstream));
        });
    }

    Judgement judgement(PartnerRequest request) {
        return PartnerCall.of(call(request, Map.of())).judgement();
    }

    /** With something that happens while the call is announced; it says for how long the call may be sent from then on. */
    Judgement judgement(PartnerRequest request, Function<PartnerCall, Duration> announcement) {
        var done = context.getBean(ProducerTemplate.class).send("direct:call-partner", exchange -> {
            var call = new AtomicReference<PartnerCall>();
            call.set(PartnerCall.of("acme", request, () -> announcement.apply(call.get())));
            call.get().putOn(exchange);
        });
        return PartnerCall.of(done).judgement();
    }

    /** A read may simply be repeated; a write is in doubt; each was sent once. */
    void expectBrokenCall(ScriptedServer server, ScriptedServer.Script script, String code) {
        server.script(script);
        Judgement read = judgement(Requests.newList(Map.of()));
        Judgement write = judgement(Requests.renew(Envelope.NEW, "c1"));

        assertThat(read.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(read.code()).isEqualTo(code);
        assertThat(write.code()).isEqualTo(code);
        assertThat(write.verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(write.text().en()).isNotBlank();
        assertThat(server.requests()).hasSize(2);
    }

    CamelContext camel() {
        return context.getBean(CamelContext.class);
    }

    SlotsInMemory slots() {
        return context.getBean(SlotsInMemory.class);
    }

    CountingLedger ledger() {
        return context.getBean(CountingLedger.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Stands where the ledger stands. */
    static final class CountingLedger {
        private final AtomicInteger attempts = new AtomicInteger();
        private volatile RuntimeException fault;

        Duration commit() {
            if (fault != null) {
                throw fault;
            }
            attempts.incrementAndGet();
            return Duration.ofMinutes(1);
        }

        int attempts() {
            return attempts.get();
        }

        void failWith(RuntimeException next) {
            fault = next;
        }
    }

    // Not a @Configuration: the adapter's own component scan must not find it.
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @ComponentScan("io.hcpnbridge.partner")
    @Import(Stopping.class)
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        DocumentedQuotas documentedQuotas() {
            return () -> Map.of("list-orders-new", 20);
        }

        @Bean
        SlotsInMemory laneSlots() {
            return new SlotsInMemory();
        }

        @Bean
        CountingLedger countingLedger() {
            return new CountingLedger();
        }
    }
}
