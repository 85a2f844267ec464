package io.hcpnbridge.rehearsal;

import io.hcpnbridge.standin.journal.Call;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a person sees of the rehearsal: what came in, what was called, what went out, and where to look. */
final class Board {
    private static final String RULE = "─".repeat(100);

    private final Surroundings surroundings;
    private final int port;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    Board(Surroundings surroundings, int port) {
        this.surroundings = surroundings;
        this.port = port;
    }

    void show(List<SampleRun.Result> results) {
        out.println(RULE);
        out.println(
                " ERP file in                                      answer out                          as expected");
        out.println(RULE);
        results.forEach(this::sample);
        out.println(RULE);
        out.println(" Partner API calls (every signature verified)");
        calls().forEach((api, count) -> out.printf(" %5d  %s%n", count, api));
        out.println(RULE);
        addresses();
        out.println(RULE);
        var failed = results.stream().filter(result -> !result.asExpected()).toList();
        failed.forEach(result -> out.printf(
                " NOT AS EXPECTED: %s/%s: %s%n",
                result.sample().interfaceName(), result.sample().name(), result.difference()));
        out.printf(" %d of %d samples answered exactly as expected%n", results.size() - failed.size(), results.size());
        out.println(RULE);
    }

    private void sample(SampleRun.Result result) {
        out.printf(
                " %-48s %-35s %s%n",
                result.sample().interfaceName() + "/" + result.sample().name()
                        + (result.sample().last() ? " (final)" : ""),
                result.answerLines().size() + " lines",
                result.asExpected() ? "yes" : "NO");
    }

    private Map<String, Long> calls() {
        return surroundings.partner().journal().calls().stream()
                .collect(Collectors.groupingBy(Board::label, TreeMap::new, Collectors.counting()));
    }

    private static String label(Call call) {
        var outcome = call.status() == null ? call.fault() : String.valueOf(call.status());
        return call.api() + " → " + outcome + (call.errorCode() == null ? "" : " " + call.errorCode());
    }

    private void addresses() {
        var sftp = surroundings.sftp();
        out.println(" SFTP     sftp://" + SftpServer.USERNAME + "@127.0.0.1:" + sftp.port() + "   password "
                + sftp.password());
        out.println("          drop files into inbound/<interface>/, find answers in outbound/<interface>/");
        out.println("          (the same folders on disk: " + sftp.home() + ")");
        out.println(" Hawtio   http://127.0.0.1:" + port + "/actuator/hawtio/   login " + Surroundings.OPERATOR + " / "
                + surroundings.operatorPassword());
        out.println(
                " Broker   " + surroundings.broker().url() + "   login " + Broker.USERNAME + " / the SFTP password");
        out.println("          send JSON to " + ErpQueue.REQUEST + ", find replies in " + ErpQueue.REPLY);
        out.println(
                " Sign-on  follow a link of outbound/sign-on.link/customers.csv.answer in a browser: it leads to a stand-in of the");
        out.println("          partner's login, and on to its console");
        out.println(" Ledger   " + surroundings.database().url() + "   user postgres");
        out.println(" Partner  " + surroundings.partner().uri());
    }
}
