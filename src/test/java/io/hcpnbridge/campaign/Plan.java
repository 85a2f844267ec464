package io.hcpnbridge.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A campaign; the same seed is the same plan, though not the same run.
 *
 * @param pulls months that a schedule asks for
 * @param weather what the partner does by itself
 * @param openSsh whether the SFTP server is OpenSSH
 * @param settings of the adapter, beside those of every campaign
 */
record Plan(
        String part,
        long seed,
        int writes,
        int reads,
        int pulls,
        int replicas,
        Weather weather,
        boolean openSsh,
        Map<String, String> settings,
        List<Strike> strikes) {

    /** One replica in good weather, without strikes. */
    static Plan of(String part, long seed, int writes, int reads) {
        return new Plan(part, seed, writes, reads, 0, 1, Weather.good(), false, Map.of(), List.of());
    }

    Plan pulling(int months) {
        return new Plan(part, seed, writes, reads, months, replicas, weather, openSsh, settings, strikes);
    }

    Plan replicas(int number) {
        return new Plan(part, seed, writes, reads, pulls, number, weather, openSsh, settings, strikes);
    }

    Plan in(Weather other) {
        return new Plan(part, seed, writes, reads, pulls, replicas, other, openSsh, settings, strikes);
    }

    Plan atOpenSsh() {
        return new Plan(part, seed, writes, reads, pulls, replicas, weather, true, settings, strikes);
    }

    Plan set(String name, String value) {
        var more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Plan(part, seed, writes, reads, pulls, replicas, weather, openSsh, more, strikes);
    }

    /** With these strikes, in any order. */
    Plan shuffled(Consumer<List<Strike>> strikesOf) {
        var all = new ArrayList<Strike>();
        strikesOf.accept(all);
        Collections.shuffle(all, new Random(seed));
        return new Plan(part, seed, writes, reads, pulls, replicas, weather, openSsh, settings, List.copyOf(all));
    }

    /** So many strikes, of these kinds in turn. */
    Plan strikes(int number, List<Blow> blows, Duration lasting) {
        return shuffled(all ->
                IntStream.range(0, number).forEach(i -> all.add(Strike.of(blows.get(i % blows.size()), lasting))));
    }

    boolean has(Blow blow) {
        return strikes.stream().anyMatch(strike -> strike.blow() == blow);
    }
}
