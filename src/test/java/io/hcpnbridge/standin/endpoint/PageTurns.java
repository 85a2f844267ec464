package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.state.PartnerState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Changes the state between two pages of a list. */
public final class PageTurns {
    private final List<Hook> hooks = new ArrayList<>();

    private static final class Hook {
        private final Consumer<PartnerState> change;
        private int pagesToGo;

        Hook(int pagesToGo, Consumer<PartnerState> change) {
            this.pagesToGo = pagesToGo;
            this.change = change;
        }

        boolean isDue() {
            pagesToGo--;
            return pagesToGo == 0;
        }
    }

    /**
     * Once, after the n-th answer of a list (orders of either generation, customers, consumption, resources, quotas) from now on
     * is made and before the next.
     */
    public synchronized void after(int pages, Consumer<PartnerState> change) {
        hooks.add(new Hook(pages, change));
    }

    synchronized void turned(PartnerState state) {
        List<Hook> due = hooks.stream().filter(Hook::isDue).toList();
        hooks.removeAll(due);
        due.forEach(hook -> hook.change.accept(state));
    }
}
