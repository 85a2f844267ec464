package io.hcpnbridge.campaign;

import io.hcpnbridge.rehearsal.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a process takes at a moment.
 *
 * @param heapMegabytes used after a collection of garbage
 */
record Footprint(double heapMegabytes, double threads, double connections, double openRecords, double rowsPerRecord) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double KILOBYTES = 1_024;

    static Footprint of(long pid, Ledger.Size ledger) {
        jcmd(pid, "GC.run");
        return new Footprint(
                heap(pid), threads(pid), Connections.countOf(pid), ledger.openRecords(), ledger.rowsPerRecord());
    }

    private static double heap(long pid) {
        var used = USED.matcher(jcmd(pid, "GC.heap_info"));
        double sum = 0;
        while (used.find()) {
            sum += Double.parseDouble(used.group(1)) / KILOBYTES;
        }
        return sum;
    }

    private static double threads(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("Threads:"))
                    .mapToDouble(line -> Double.parseDouble(
                            line.substring("Threads:".length()).strip()))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jcmd(long pid, String command) {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "heap %.0f MB, %.0f threads, %.0f connections, %.0f open records, %.1f rows per record"
                .formatted(heapMegabytes, threads, connections, openRecords, rowsPerRecord);
    }
}
