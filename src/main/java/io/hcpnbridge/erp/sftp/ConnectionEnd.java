package io.hcpnbridge.erp.sftp;

import io.hcpnbridge.erp.ErpProperties;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends connections that hang when the adapter stops, which waits for whoever uses them; and at last all. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConnectionEnd implements ApplicationListener<ContextClosedEvent> {
    private static final int LOOK_MILLISECONDS = 200;

    private final ErpConnections connections;
    private final Duration longest;

    ConnectionEnd(ErpConnections connections, ErpProperties erp) {
        this.connections = connections;
        this.longest = Duration.ofMillis(erp.sftp().connectTimeout());
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        look();
    }

    private void look() {
        if (connections.endHung(longest)) {
            CompletableFuture.delayedExecutor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)
                    .execute(this::look);
        }
    }
}
