package io.hcpnbridge.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A campaign; the same seed is the same plan, though not the same run.
 *
 * @param weather whether the partner also throttles, fails and breaks connections by itself
 */
record Plan(long seed, int writes, int reads, int replicas, boolean weather, List<Strike> strikes) {
    /** Of the kills, every third comes at random, the others at named moments; the other blows come once each. */
    static Plan of(long seed, int writes, int reads, int kills, int replicas, boolean weather) {
        var random = new Random(seed);
        var named = new ArrayList<>(Moment.named());
        Collections.shuffle(named, random);
        var strikes = new ArrayList<Strike>();
        for (int i = 0; i < kills; i++) {
            strikes.add(new Strike(Blow.KILL, i % 3 == 2 ? Moment.AT_RANDOM : named.get((i - i / 3) % named.size())));
        }
        strikes.add(new Strike(Blow.FREEZE, Moment.WRITE_TAKEN));
        strikes.add(new Strike(Blow.TERMINATE, Moment.AT_RANDOM));
        strikes.add(new Strike(Blow.STOP_DATABASE, Moment.WRITE_TAKEN));
        strikes.add(new Strike(Blow.CUT_SESSIONS, Moment.AT_RANDOM));
        Collections.shuffle(strikes, random);
        return new Plan(seed, writes, reads, replicas, weather, List.copyOf(strikes));
    }

    /** Kills only. */
    static Plan ofKills(long seed, int writes, int reads, int replicas, List<Moment> moments) {
        return new Plan(
                seed,
                writes,
                reads,
                replicas,
                false,
                moments.stream().map(moment -> new Strike(Blow.KILL, moment)).toList());
    }

    long kills() {
        return strikes.stream().filter(strike -> strike.blow() == Blow.KILL).count();
    }
}
