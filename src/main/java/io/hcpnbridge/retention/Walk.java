package io.hcpnbridge.retention;

import io.hcpnbridge.ledger.Aged;
import java.time.Duration;

/** On the way through one kind of what is old, oldest first. */
public final class Walk {
    private final String kind;
    private final Aged aged;
    private final Duration age;
    private Aged.Place place = Aged.Place.BEGIN;
    private long deleted;

    Walk(String kind, Aged aged, Duration age) {
        this.kind = kind;
        this.aged = aged;
        this.age = age;
    }

    boolean goesOn() {
        return place != null;
    }

    void step(int most) {
        var step = aged.delete(place, age, most);
        place = step.last();
        deleted += step.deleted();
    }

    long deleted() {
        return deleted;
    }

    /** For people. */
    @Override
    public String toString() {
        return kind + " " + deleted;
    }
}
