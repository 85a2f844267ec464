package io.hcpnbridge.mapping.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong in mapping files, so that all of it is said at once. */
public final class Mistakes {
    private final List<MappingException> found = new ArrayList<>();

    /** What it gives; null if that fails with a mistake, which is kept. */
    public <T> T tried(Supplier<T> part) {
        try {
            return part.get();
        } catch (MappingException mistake) {
            found.addAll(mistake.all());
            return null;
        }
    }

    /** Does it; a mistake is kept. */
    public void attempt(Runnable part) {
        tried(() -> {
            part.run();
            return null;
        });
    }

    public void note(MappingException mistake) {
        found.add(mistake);
    }

    /** @throws MappingException if there are mistakes: the first, with the others as suppressed ones */
    public void end() {
        if (!found.isEmpty()) {
            MappingException first = found.get(0);
            found.stream().skip(1).filter(further -> further != first).forEach(first::addSuppressed);
            throw first;
        }
    }
}
