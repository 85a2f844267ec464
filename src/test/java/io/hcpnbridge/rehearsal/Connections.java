package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sockets of a process as Linux tells them ({@code /proc/<pid>/fd} and {@code /proc/<pid>/net}).
 *
 * @param listening TCP ports at which it listens
 * @param opened where its TCP connections go that it began itself
 * @param datagrams local addresses of its UDP sockets: of questions to a name server, and of multicast, which nobody wants
 */
public record Connections(Set<Integer> listening, Set<InetSocketAddress> opened, Set<InetSocketAddress> datagrams) {
    private static final String LISTENS = "0A";
    private static final String SOCKET = "socket:[";

    private record Entry(InetSocketAddress local, InetSocketAddress remote, String state, String inode) {}

    static Connections none() {
        return new Connections(Set.of(), Set.of(), Set.of());
    }

    /** What the process has open at this moment; nothing if it has ended. */
    public static Connections of(long pid) {
        var process = Path.of("/proc", String.valueOf(pid));
        var own = sockets(process);
        var streams = entries(process, own, "tcp", "tcp6");
        var listening = streams.stream()
                .filter(entry -> entry.state().equals(LISTENS))
                .map(entry -> entry.local().getPort())
                .collect(Collectors.toUnmodifiableSet());
        return new Connections(
                listening,
                streams.stream()
                        .filter(entry -> !listening.contains(entry.local().getPort()))
                        .map(Entry::remote)
                        .collect(Collectors.toUnmodifiableSet()),
                entries(process, own, "udp", "udp6").stream()
                        .map(Entry::local)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the process has a connection that comes from that TCP port. */
    public static boolean fromPort(long pid, int port) {
        var process = Path.of("/proc", String.valueOf(pid));
        return entries(process, sockets(process), "tcp", "tcp6").stream()
                .anyMatch(entry -> entry.local().getPort() == port);
    }

    /** How many TCP connections and listeners the process has. */
    public static int countOf(long pid) {
        var process = Path.of("/proc", String.valueOf(pid));
        return entries(process, sockets(process), "tcp", "tcp6").size();
    }

    /** Both together. */
    Connections and(Connections other) {
        return new Connections(
                union(listening, other.listening), union(opened, other.opened), union(datagrams, other.datagrams));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }

    /** The inodes of its sockets. */
    private static Set<String> sockets(Path process) {
        try (var files = Files.list(process.resolve("fd"))) {
            return files.map(Connections::target)
                    .filter(target -> target.startsWith(SOCKET))
                    .map(target -> target.substring(SOCKET.length(), target.length() - 1))
                    .collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            return Set.of();
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Entry> entries(Path process, Set<String> own, String... tables) {
        return Stream.of(tables)
                .flatMap(table -> lines(process.resolve("net").resolve(table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> own.contains(columns[9]))
                .map(columns -> new Entry(address(columns[1]), address(columns[2]), columns[3], columns[9]))
                .toList();
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            // The process has ended meanwhile.
            return Stream.of();
        }
    }

    /** Words of four bytes in the machine's order, which is the lowest first, and the port. */
    private static InetSocketAddress address(String text) {
        var parts = text.split(":");
        var words = HexFormat.of().parseHex(parts[0]);
        var bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i - i % 4 + 3 - i % 4];
        }
        try {
            return new InetSocketAddress(InetAddress.getByAddress(bytes), Integer.parseInt(parts[1], 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
