package io.hcpnbridge.rehearsal;

import java.util.Arrays;
import java.util.stream.Stream;

/** Where the services of the embedded run listen: {@code --rehearsal.first-port=15000} gives them 15000 to 15006; without it, anywhere. */
record Ports(int database, int sftp, int broker, int http, int partner, int signOn, int partnerLogin) {
    static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0, 0);

    private static final int COUNT = 7;
    private static final int LAST = 65_535;

    /**
     * @param option name of the argument that says it
     * @throws IllegalArgumentException if it is no port, leaves none for the others, or one of them is taken
     */
    static Ports of(String option, String... arguments) {
        var given = "--" + option + "=";
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(given))
                .reduce((first, last) -> last)
                .map(argument -> from(option, argument.substring(given.length())))
                .orElse(ANY);
    }

    private static Ports from(String option, String text) {
        var first = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (first < 1 || first + COUNT - 1 > LAST) {
            throw new IllegalArgumentException(
                    option + " must be a port from 1 to " + (LAST - COUNT + 1) + ", not " + text);
        }
        var ports = Stream.iterate(first, port -> port + 1).limit(COUNT).toList();
        ports.forEach(FreePort::require);
        return new Ports(
                ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5), ports.get(6));
    }
}
