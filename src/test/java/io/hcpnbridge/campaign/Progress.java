package io.hcpnbridge.campaign;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** One line for each strike, for whoever watches a campaign of hours. */
final class Progress {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Plan plan;
    private final Instant begun = Instant.now();

    Progress(Plan plan) {
        this.plan = plan;
    }

    void after(int strikes, Incident incident, Workload workload, Answers answers) {
        var open = answers.missing().size();
        say("%s, seed %d: %d of %d, %s %s%s %s; %,d documents in %,d files and messages, %,d answered; %s"
                .formatted(
                        plan.part(),
                        plan.seed(),
                        strikes,
                        plan.strikes().size(),
                        incident.strike().blow(),
                        incident.strike().moment(),
                        incident.came() ? "" : " (did not come)",
                        incident.nodes(),
                        workload.documents().size(),
                        workload.handedIn().size(),
                        workload.handedIn().size() - open,
                        time(Duration.between(begun, Instant.now()))));
    }

    static void say(String line) {
        OUT.println(line);
    }

    static String time(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
