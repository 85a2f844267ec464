package io.hcpnbridge.upgrade;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which migrations were released with which version of the adapter: from then on their files are frozen. */
final class ReleasedMigrations {
    /** Release and checksum of a file. */
    private record Frozen(String release, String checksum) {}

    private final Map<String, Frozen> frozen = new LinkedHashMap<>();
    private final Set<String> releases = new LinkedHashSet<>();

    /**
     * @param list one line a file: version of the adapter that released it first, name, SHA-256 in hexadecimal digits; in the order of
     *     the versions. Lines that begin with # say something else.
     */
    ReleasedMigrations(String list) {
        list.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var words = line.strip().split(" +", -1);
            if (words.length != 3 || !words[2].matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("Not 'version file sha-256': " + line);
            }
            frozen.put(words[1], new Frozen(words[0], words[2]));
            releases.add(words[0]);
        });
    }

    /** The released versions of the adapter, the first one first. */
    Set<String> releases() {
        return releases;
    }

    /** Of all migrations those that came after the first release: only they must leave the version before at work. */
    List<Migration> afterTheFirst(Collection<Migration> all) {
        var first = releases.stream().findFirst();
        return all.stream()
                .filter(migration -> first.isPresent()
                        && !(frozen.containsKey(migration.file())
                                && frozen.get(migration.file()).release().equals(first.get())))
                .toList();
    }

    /** What was done to released migrations that must not be done. */
    List<String> problems(Collection<Migration> all) {
        var problems = new ArrayList<String>();
        var here = new LinkedHashMap<String, Migration>();
        all.forEach(migration -> here.put(migration.file(), migration));
        var newest = 0;
        for (var released : frozen.entrySet()) {
            var migration = here.remove(released.getKey());
            if (migration == null) {
                problems.add(released.getKey() + ": was released with "
                        + released.getValue().release() + " and is gone");
            } else if (!checksum(migration).equals(released.getValue().checksum())) {
                problems.add(released.getKey() + ": was released with "
                        + released.getValue().release() + " and was changed since");
            }
            newest = Math.max(newest, Migration.of(released.getKey(), "").version());
        }
        for (var migration : here.values()) {
            if (migration.version() <= newest) {
                problems.add(migration.file() + ": comes before a released one, V" + newest);
            }
        }
        return problems;
    }

    /** SHA-256 in hexadecimal digits. */
    static String checksum(Migration migration) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(migration.text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
