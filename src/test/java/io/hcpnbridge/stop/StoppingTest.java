package io.hcpnbridge.stop;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** Who knows that the adapter stops. */
class StoppingTest {
    private final GenericApplicationContext adapter = new GenericApplicationContext();
    private final Stopping stopping = new Stopping(adapter);

    @Test
    void everyStepIsBegunUntilTheAdapterStops() {
        assertThatCode(stopping::goOnUnlessStopping).doesNotThrowAnyException();
    }

    @Test
    void noStepIsBegunAfterThat() {
        stopping.onApplicationEvent(new ContextClosedEvent(adapter));

        assertThatThrownBy(stopping::goOnUnlessStopping)
                .isInstanceOf(StoppingException.class)
                .hasMessage("The adapter stops");
    }

    @Test
    void aContextOfItsManagementThatIsClosedIsNotTheAdapters() {
        stopping.onApplicationEvent(new ContextClosedEvent(new GenericApplicationContext()));

        assertThatCode(stopping::goOnUnlessStopping).doesNotThrowAnyException();
    }

    @Test
    void nothingThatIsClosedLaterTakesItBack() {
        stopping.onApplicationEvent(new ContextClosedEvent(adapter));
        stopping.onApplicationEvent(new ContextClosedEvent(new GenericApplicationContext()));

        assertThatThrownBy(stopping::goOnUnlessStopping).isInstanceOf(StoppingException.class);
    }
}
