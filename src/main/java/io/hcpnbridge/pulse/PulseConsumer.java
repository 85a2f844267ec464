package io.hcpnbridge.pulse;

import java.util.concurrent.ExecutorService;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;

/**
 * Has one turn after the other, the first one a period after the start, each in the same thread. While the adapter stops it is suspended
 * first, so that a turn under way comes to its end.
 */
final class PulseConsumer extends DefaultConsumer implements Suspendable {
    private final WakeUps wakeUps;
    private final long period;
    private ExecutorService thread;

    PulseConsumer(PulseEndpoint endpoint, Processor processor, WakeUps wakeUps) {
        super(endpoint, processor);
        this.wakeUps = wakeUps;
        this.period = endpoint.period();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        var executors = getEndpoint().getCamelContext().getExecutorServiceManager();
        var begun = executors.newSingleThreadExecutor(this, getEndpoint().getEndpointKey());
        thread = begun;
        begun.execute(() -> goOn(begun));
    }

    @Override
    protected void doStop() throws Exception {
        getEndpoint().getCamelContext().getExecutorServiceManager().shutdown(thread);
        wakeUps.call();
        super.doStop();
    }

    private void goOn(ExecutorService begun) {
        try {
            wakeUps.await(period);
            while (!begun.isShutdown()) {
                if (isStarted()) {
                    turn();
                }
                wakeUps.await(period);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() {
        var exchange = createExchange(false);
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            getExceptionHandler().handleException("The turn has failed", exchange, exchange.getException());
        }
        releaseExchange(exchange, false);
    }
}
