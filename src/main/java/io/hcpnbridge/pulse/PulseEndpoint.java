package io.hcpnbridge.pulse;

import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/** Where turns begin, or are asked for. */
public final class PulseEndpoint extends DefaultEndpoint {
    static final long NONE = 0;

    private final WakeUps wakeUps;
    private final long period;

    PulseEndpoint(String uri, PulseComponent component, WakeUps wakeUps, long period) {
        super(uri, component);
        this.wakeUps = wakeUps;
        this.period = period;
    }

    /** The longest pause between two turns, in milliseconds. */
    public long period() {
        return period;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                wakeUps.call();
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (period <= NONE) {
            throw new IllegalArgumentException(getEndpointUri() + ": period must be 1 or more milliseconds");
        }
        var consumer = new PulseConsumer(this, processor, wakeUps);
        configureConsumer(consumer);
        return consumer;
    }
}
