package io.hcpnbridge.campaign;

import java.util.Set;
import java.util.function.Function;

/** Something that goes wrong for a while. */
interface Trouble {
    /**
     * Begins.
     *
     * @return the nodes that it hits
     */
    Set<String> begin(Life victim);

    /** All is well again, but for processes that have ended. */
    void end();

    static Trouble of(Function<Life, Set<String>> begin, Runnable end) {
        return new Trouble() {
            @Override
            public Set<String> begin(Life victim) {
                return begin.apply(victim);
            }

            @Override
            public void end() {
                end.run();
            }
        };
    }
}
