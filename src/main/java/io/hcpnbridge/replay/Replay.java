package io.hcpnbridge.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.cutover.Choice;
import io.hcpnbridge.cutover.GenerationNeeds;
import io.hcpnbridge.ledger.Conclusion;
import io.hcpnbridge.ledger.RecordState;
import io.hcpnbridge.mapping.Generation;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappedText;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.outcome.Conclusions;
import io.hcpnbridge.outcome.FailedMappingException;
import io.hcpnbridge.outcome.UnfitAnswerException;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.request.MappedRequest;
import io.hcpnbridge.request.Sight;
import io.hcpnbridge.text.Words;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Plays documents of one file: chooses the generation, maps, hears the recorded answer, maps back, until each has come to its end. */
public final class Replay {
    /** As {@code work.max-steps} and {@code work.max-restarts} are by themselves. */
    private static final Conclusions CONCLUSIONS = new Conclusions(200_000, 5);

    private final InterfaceMapping mapping;
    private final String tenant;
    private final PartnerSettings partner;
    private final RecordedCalls recorded;
    private final Sight sight;
    private final LastLists lists;

    public Replay(InterfaceMapping mapping, String tenant, PartnerSettings partner, RecordedCalls recorded) {
        this.mapping = mapping;
        this.tenant = tenant;
        this.partner = partner;
        this.recorded = recorded;
        this.sight = new Sight(partner, Clock.systemUTC());
        this.lists = new LastLists(mapping);
    }

    /** One document, or those that share a call. */
    public void play(List<Played> together) {
        try {
            var choice = choice(together);
            if (choice == null || choice.generation() != null) {
                var generation = choice == null
                        ? null
                        : Generation.valueOf(choice.generation().toUpperCase(Locale.ROOT));
                while (!together.get(0).isOver() && step(together, generation)) {
                    // One call after the other.
                }
            }
        } catch (MappingException e) {
            fail(together, FailedMappingException.of(e).getMessage());
        } catch (UnfitAnswerException e) {
            fail(together, e.getMessage());
        } catch (IllegalArgumentException e) {
            fail(together, "mappings/" + mapping.name() + ": " + e.getMessage());
        }
    }

    /** Null if there is one generation only; without a generation the documents are refused. */
    private Choice choice(List<Played> together) {
        if (!mapping.hasGenerations()) {
            return null;
        }
        var needs = GenerationNeeds.of(mapping, input(contents(together), null));
        var wished = partner.tenants().get(tenant).ordersGeneration().name().toLowerCase(Locale.ROOT);
        var choice = Choice.of(needs, wished);
        if (choice.generation() == null) {
            refuse(
                    together,
                    needs.verdict().equals("impossible")
                            ? Conclusions.IMPOSSIBLE_RECORD
                            : Conclusions.GENERATION_CONFLICT,
                    choice.reason());
        }
        return choice;
    }

    /** Makes one call; false if nothing follows for all of them together. */
    private boolean step(List<Played> together, Generation generation) {
        var first = together.get(0);
        var input = input(contents(together), first.record().cursor());
        var request = mapping.request(generation, input);
        if (request.hasNonNull("refusal")) {
            refuse(together, Conclusions.NOT_AVAILABLE, MappedText.of(request.get("refusal")));
            return false;
        }
        var records = together.stream().map(Played::record).toList();
        var asked = new Conclusions.Asked(
                mapping, records, MappedRequest.of(mapping, request).effect());
        var answer = recorded.answering(
                first.document(), generation, input, seen -> mapping.request(generation, seen), first.heard());
        if (answer.isEmpty()) {
            stop(together, generation, request);
            return false;
        }
        var call = answer.get();
        first.heard().add(call);
        var judgement = call.judgement();
        var seen = Sight.after(call.seen(input), judgement, call.response());
        return conclude(together, CONCLUSIONS.of(asked, judgement, Conclusions.mapped(mapping, generation, seen)));
    }

    private boolean conclude(List<Played> together, List<Conclusion> conclusions) {
        if (conclusions.get(0) instanceof Conclusion.Apart) {
            together.forEach(alone -> play(List.of(alone)));
            return false;
        }
        for (int i = 0; i < together.size(); i++) {
            end(together.get(i), conclusions.get(i));
        }
        return true;
    }

    private void end(Played played, Conclusion conclusion) {
        played.conclude(conclusion);
        if (conclusion instanceof Conclusion.Settle settled) {
            lists.compare(played, settled.state() == RecordState.OK);
        }
    }

    private void refuse(List<Played> together, String code, Words text) {
        together.forEach(
                played -> end(played, Conclusions.withWhatIsLeft(played.record(), RecordState.REFUSED, code, text)));
    }

    private static void fail(List<Played> together, String reason) {
        together.forEach(played -> played.fail(reason));
    }

    private void stop(List<Played> together, Generation generation, JsonNode request) {
        var cursor = together.get(0).record().cursor();
        var call = new Played.Unanswered(
                contents(together),
                cursor,
                request,
                (records, from) -> mapping.request(generation, input(records, from)));
        together.forEach(played -> played.stop(call));
    }

    private ObjectNode input(List<ObjectNode> records, JsonNode cursor) {
        return recorded.seen(records.get(0).path("document").asText(), sight.of(mapping, tenant, records, cursor));
    }

    private static List<ObjectNode> contents(List<Played> together) {
        return together.stream().map(Played::content).toList();
    }
}
