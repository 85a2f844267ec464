package io.hcpnbridge.campaign;

import io.hcpnbridge.campaign.Answer.Result;
import io.hcpnbridge.rehearsal.Surroundings;
import io.hcpnbridge.standin.state.IncentivePolicies.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a schedule asks for instead of the ERP: the policies of so many months, one after the other, while all the rest goes on. */
final class Pulls {
    private static final String INTERFACE = "products.policies";
    private static final List<String> SERVICES = List.of("ecs", "obs", "ebs");

    private final Path folder;
    private final Set<String> months;

    Pulls(Surroundings surroundings, Path home, int number) {
        var last = YearMonth.from(Instant.now().atOffset(ZoneOffset.ofHours(8)));
        folder = home.resolve("outbound").resolve(INTERFACE);
        months = IntStream.rangeClosed(1, number)
                .mapToObj(ago -> last.minusMonths(ago).toString())
                .collect(Collectors.toSet());
        months.forEach(month -> SERVICES.forEach(service -> surroundings
                .partner()
                .state()
                .policies()
                .put(month, new Policy(service + "-" + month, "服务", "1", true))));
        if (number > 0) {
            surroundings
                    .set("work.catch-up-cron", "* * * * * ?")
                    .set("pulls.policies.enabled", "true")
                    .set("pulls.policies.since", last.minusMonths(number).toString());
        }
    }

    List<String> missing() {
        var told = names();
        return months.stream()
                .map(Pulls::file)
                .filter(name -> !told.contains(name))
                .sorted()
                .toList();
    }

    int answered() {
        return names().size();
    }

    /** Each month is answered once, with what the partner has of it; nothing else is. */
    List<String> findings() {
        var findings = new ArrayList<String>();
        missing().forEach(name -> findings.add("UNANSWERED: " + name));
        names().stream()
                .filter(name -> months.stream().noneMatch(month -> file(month).equals(name)))
                .forEach(name -> findings.add("UNASKED: " + name));
        months.stream().filter(month -> names().contains(file(month))).forEach(month -> {
            var results = read(file(month)).results();
            if (!results.stream().allMatch(result -> result.status().equals("OK")) || results.size() != 1) {
                findings.add("The answer for %s is %s".formatted(month, results));
            } else if (!isTrue(month, results.get(0))) {
                findings.add("UNTRUE: policies of %s are %s".formatted(month, results.get(0)));
            }
        });
        return findings;
    }

    private static boolean isTrue(String month, Result result) {
        var told = result.column("policy", "service");
        return told.size() == SERVICES.size()
                && new HashSet<>(told)
                        .equals(SERVICES.stream()
                                .map(service -> service + "-" + month)
                                .collect(Collectors.toSet()));
    }

    private static String file(String month) {
        return "policies-" + Surroundings.TENANT + "-" + month + ".answer";
    }

    private Set<String> names() {
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer read(String name) {
        try {
            return Answer.ofFile(INTERFACE, Files.readAllBytes(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
