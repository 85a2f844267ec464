package io.hcpnbridge.partner.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.partner.Envelope;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerRequest;
import io.hcpnbridge.partner.Requests;
import io.hcpnbridge.partner.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Failures before the first byte of a request: a write is known not to be placed, and the partner is blamed for nothing else's trouble. */
class NotSentTest {
    private static final PartnerRequest RENEW = Requests.renew(Envelope.NEW, "c1");

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        expect("http://127.0.0.1:" + port, "BRIDGE.CONNECTION_REFUSED");
    }

    @Test
    void theHostIsUnknown() {
        expect("https://no-such-host.invalid", "BRIDGE.UNKNOWN_HOST");
    }

    @Test
    void theOtherSideDoesNotSpeakTls() {
        try (NoTls noTls = new NoTls()) {
            expect("https://127.0.0.1:" + noTls.port(), "BRIDGE.TLS_FAILED");
        }
    }

    @Test
    void theTlsHandshakeNeverEnds() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            expect("https://127.0.0.1:" + mute.getLocalPort(), "BRIDGE.CONNECT_TIMEOUT");
        }
    }

    @Test
    void theNextSlotIsTooFarAway() {
        expectOwnTrouble("BRIDGE.QUOTA_TAKEN", bench -> call -> {
            bench.slots().fill(RENEW.api());
            return missing(call);
        });
    }

    @Test
    void theLedgerIsAwayWhenTheNextSlotIsTaken() {
        expectOwnTrouble("BRIDGE.LEDGER_AWAY", bench -> call -> {
            bench.slots().failWith(new DataAccessResourceFailureException("gone"));
            return missing(call);
        });
    }

    @Test
    void theAdapterStoodStillAfterAnnouncingIt() {
        expectOwnTrouble("BRIDGE.STOOD_STILL", bench -> call -> Duration.ZERO);
    }

    /** The slot has gone by when the call could be sent. */
    private static Duration missing(PartnerCall call) {
        call.slot(System.nanoTime() - Duration.ofSeconds(1).toNanos());
        return Duration.ofMinutes(1);
    }

    private static void expectOwnTrouble(
            String code, Function<CallBench, Function<PartnerCall, Duration>> announcement) {
        try (ScriptedServer server = new ScriptedServer();
                CallBench bench = new CallBench("http://" + server.address())) {
            Judgement write = bench.judgement(RENEW, announcement.apply(bench));

            assertThat(write.code()).isEqualTo(code);
            assertThat(write.verdict()).isEqualTo(Verdict.THROTTLED);
            assertThat(write.httpStatus()).isNull();
            assertThat(write.outcomeKnown()).isTrue();
            assertThat(write.text().en()).contains("nothing was sent");
            assertThat(server.requests()).isEmpty();
        }
    }

    private static void expect(String endpoint, String code) {
        try (CallBench bench = new CallBench(endpoint, "partner.connect-timeout=500ms")) {
            Judgement write = bench.judgement(RENEW);

            assertThat(write.code()).isEqualTo(code);
            assertThat(write.verdict()).isEqualTo(Verdict.UNREACHABLE);
            assertThat(write.outcomeKnown()).isTrue();
            assertThat(write.text().en()).contains("nothing was sent");
        }
    }

    /** Answers a TLS hello in plain text. */
    private static final class NoTls implements AutoCloseable {
        private final ServerSocket socket;

        NoTls() {
            try {
                socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket connection = socket.accept()) {
                connection.getInputStream().read(new byte[1_000]);
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                connection.getInputStream().read();
            } catch (IOException e) {
                // The client has hung up, as it should.
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
