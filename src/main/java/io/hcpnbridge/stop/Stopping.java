package io.hcpnbridge.stop;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Knows from the first moment of an orderly stop (SIGTERM) that the adapter stops: before the routes are stopped, which wait until
 * nothing is under way.
 */
@Component("stopping")
public class Stopping implements ApplicationListener<ContextClosedEvent> {
    private final ApplicationContext application;
    private volatile boolean begun;

    Stopping(ApplicationContext application) {
        this.application = application;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        begun = begun || closed.getApplicationContext() == application;
    }

    /** Whether the stop has begun. */
    public boolean hasBegun() {
        return begun;
    }

    /**
     * Stands in routes before each step that need not be begun any more.
     *
     * @throws StoppingException if the stop has begun
     */
    public void goOnUnlessStopping() {
        if (begun) {
            throw new StoppingException();
        }
    }
}
