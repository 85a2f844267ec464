package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check's exit code is whether {@code main} throws. */
class ReadinessCheckTest {
    private HttpServer adapter;

    @BeforeEach
    void start() throws IOException {
        adapter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/ready", 200);
        answer("/not-ready", 503);
        answer("/moved", 302);
        adapter.start();
    }

    @AfterEach
    void stop() {
        adapter.stop(0);
    }

    @Test
    void aReadyAdapterPasses() {
        assertThatCode(() -> ReadinessCheck.main(address("/ready"))).doesNotThrowAnyException();
    }

    @Test
    void anAdapterThatIsNotReadyFails() {
        assertThatThrownBy(() -> ReadinessCheck.main(address("/not-ready")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(address("/not-ready") + " answers 503");
    }

    @Test
    void aRedirectToTheLoginIsNoReadiness() {
        assertThatThrownBy(() -> ReadinessCheck.main(address("/moved"))).hasMessageEndingWith(" answers 302");
    }

    @Test
    void nobodyThereFails() {
        var address = address("/ready");
        adapter.stop(0);
        assertThatThrownBy(() -> ReadinessCheck.main(address))
                .isInstanceOf(IOException.class)
                .hasMessage(address + " does not answer");
    }

    @Test
    void itNeedsAnAddress() {
        assertThatThrownBy(ReadinessCheck::main).hasMessageContaining("the address to ask");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + adapter.getAddress().getPort() + path;
    }

    private void answer(String path, int status) {
        adapter.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }
}
