package io.hcpnbridge.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the ERP has got back. */
final class Answers {
    private final Workload workload;
    private final Map<String, Answer> last = new HashMap<>();
    private Map<String, List<Desk.Reply>> replies = Map.of();

    Answers(Workload workload) {
        this.workload = workload;
    }

    /** What is not answered for good yet. */
    List<HandedIn> missing() {
        replies = repliesByRequest();
        return workload.handedIn().stream()
                .filter(one -> !last.containsKey(one.name()))
                .filter(one ->
                        lastOf(one, replies.getOrDefault(one.name(), List.of())).isEmpty())
                .toList();
    }

    /** Everything is read again. */
    void forget() {
        last.clear();
    }

    /** The answer after which none follows. */
    Optional<Answer> last(HandedIn one) {
        return Optional.ofNullable(last.get(one.name()));
    }

    /** The answer that says of some documents that another one follows. */
    Optional<Answer> first(HandedIn one) {
        return one.file()
                ? read(one, ".answer").filter(Answer::isFirst)
                : replies(one).stream()
                        .filter(Desk.Reply::interim)
                        .findFirst()
                        .map(reply -> Answer.ofMessage(reply.text()));
    }

    /** All replies to a message, as they were read last. */
    List<Desk.Reply> replies(HandedIn message) {
        return replies.getOrDefault(message.name(), List.of());
    }

    /** Different replies to each message; there is one for each edition, however often it came. */
    Map<String, Set<Desk.Reply>> repliesWithoutRepetition() {
        return workload.desk().replies().stream()
                .collect(Collectors.groupingBy(Desk.Reply::request, Collectors.toCollection(LinkedHashSet::new)));
    }

    /** How many replies came more than once. */
    long repeatedReplies() {
        var replies = workload.desk().replies();
        return replies.size() - (long) new LinkedHashSet<>(replies).size();
    }

    private Map<String, List<Desk.Reply>> repliesByRequest() {
        return workload.desk().replies().stream().collect(Collectors.groupingBy(Desk.Reply::request));
    }

    private Optional<Answer> lastOf(HandedIn one, List<Desk.Reply> replies) {
        var answer = one.file()
                ? read(one, ".answer").flatMap(told -> told.isFirst() ? read(one, ".answer.final") : Optional.of(told))
                : replies.stream()
                        .filter(reply -> !reply.interim())
                        .findFirst()
                        .map(reply -> Answer.ofMessage(reply.text()));
        answer.ifPresent(told -> last.put(one.name(), told));
        return answer;
    }

    private Optional<Answer> read(HandedIn one, String ending) {
        var file = outbound(one).resolveSibling(one.name() + ending);
        try {
            return Files.exists(file)
                    ? Optional.of(Answer.ofFile(one.kind().id(), Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path outbound(HandedIn one) {
        return workload.home().resolve("outbound").resolve(one.kind().id()).resolve(one.name());
    }
}
