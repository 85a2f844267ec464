package io.hcpnbridge.standin.fault;

import io.hcpnbridge.standin.call.Api;
import io.hcpnbridge.standin.call.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Faults waiting for their calls, the earliest scripted first; each call meets one at most. */
public final class Faults {
    private final List<Script> scripts = new ArrayList<>();

    private static final class Script {
        private final Predicate<Incoming> which;
        private final Fault fault;
        private int skip;
        private int times;

        Script(Predicate<Incoming> which, int skip, int times, Fault fault) {
            this.which = which;
            this.skip = skip;
            this.times = times;
            this.fault = fault;
        }

        boolean strikes() {
            if (skip > 0) {
                skip--;
                return false;
            }
            times--;
            return true;
        }
    }

    /** The next so many calls of that API fail so. */
    public Faults next(Api api, int times, Fault fault) {
        return next(call -> call.api() == api, times, fault);
    }

    /** The next so many calls that either generation counts to that family (list, detail, renew, …) fail so. */
    public Faults next(String family, int times, Fault fault) {
        return next(call -> call.api().family().equals(family), times, fault);
    }

    /** The next so many calls that fit fail so. */
    public Faults next(Predicate<Incoming> which, int times, Fault fault) {
        return after(0, which, times, fault);
    }

    /** Lets so many fitting calls pass before. */
    public synchronized Faults after(int passed, Predicate<Incoming> which, int times, Fault fault) {
        scripts.add(new Script(which, passed, times, fault));
        return this;
    }

    /** Every call that fits fails so, until {@link #clear()}. */
    public Faults always(Predicate<Incoming> which, Fault fault) {
        return next(which, Integer.MAX_VALUE, fault);
    }

    public synchronized void clear() {
        scripts.clear();
    }

    /** Whether faults are still waiting. */
    public synchronized boolean isEmpty() {
        return scripts.isEmpty();
    }

    /** What strikes a call before its signature is looked at. */
    public Optional<Fault> beforeSignature(Incoming call) {
        return strike(call, true);
    }

    /** What strikes a call once it is admitted. */
    public Optional<Fault> afterSignature(Incoming call) {
        return strike(call, false);
    }

    private synchronized Optional<Fault> strike(Incoming call, boolean beforeSignature) {
        Optional<Script> striking = scripts.stream()
                .filter(script -> script.fault.beforeSignature() == beforeSignature)
                .filter(script -> script.which.test(call) && script.strikes())
                .findFirst();
        scripts.removeIf(script -> script.times == 0);
        return striking.map(script -> script.fault);
    }
}
