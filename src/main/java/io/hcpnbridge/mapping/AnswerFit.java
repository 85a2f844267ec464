package io.hcpnbridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.format.AnswerWriter;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.format.UnfitValueException;
import io.hcpnbridge.text.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what a response mapping gives can be answered: it keeps the contract, and the ERP's columns have room for it. */
public final class AnswerFit {
    private static final Set<String> STATES = Set.of("OK", "PARTIAL", "REFUSED", "FAILED", "IN_DOUBT");

    private final InterfaceMapping mapping;

    public AnswerFit(InterfaceMapping mapping) {
        this.mapping = mapping;
    }

    /** Every rule of the contract that a step breaks, and whatever no step can have, whatever its contract says. */
    public List<Misfit> ofContract(JsonNode step) {
        List<Misfit> broken = mapping.answerContract().check(step).stream()
                .map(violation -> misfit(step, violation))
                .toList();
        return broken.isEmpty() ? unusable(step) : broken;
    }

    private static List<Misfit> unusable(JsonNode step) {
        JsonNode status = step.path("status");
        if (!status.isMissingNode() && !status.isNull() && !STATES.contains(status.asText())) {
            return List.of(new Misfit(
                    "",
                    "status",
                    Words.of(
                            "must be one of OK, PARTIAL, REFUSED, FAILED, IN_DOUBT",
                            "必须是 OK、PARTIAL、REFUSED、FAILED、IN_DOUBT 之一")));
        }
        for (JsonNode row : step.path("rows")) {
            if (!row.path("row").isTextual() || !row.path("key").isTextual()) {
                return List.of(new Misfit(
                        row.path("row").asText("?"), "", Words.of("must have 'row' and 'key'", "必须有 'row' 和 'key'")));
            }
        }
        return List.of();
    }

    private static Misfit misfit(JsonNode step, Violation broken) {
        String[] path = broken.field().split("\\.", 3);
        boolean inRow = path.length > 1 && path[0].equals("rows");
        String row = inRow ? step.at("/rows/" + path[1] + "/row").asText("?") : "";
        String column = inRow ? path.length > 2 ? path[2] : "" : broken.field().replaceFirst("^fields\\.", "");
        return new Misfit(row, column, broken.rule());
    }

    /** Whether rows and results find room in answers of that form; for one answer after the other. */
    public Room room(Form form) {
        return new Room(mapping.format(form).answer(OutputStream.nullOutputStream()));
    }

    /** The room that a format has; closing it says that nothing more is asked. */
    public static final class Room implements AutoCloseable {
        private final AnswerWriter writer;

        private Room(AnswerWriter writer) {
            this.writer = writer;
        }

        /**
         * Why a row, or with the kind {@code result} the fields of the result, finds no room.
         *
         * @param content is not changed
         */
        public Optional<Misfit> misfit(String kind, ObjectNode content, String document) {
            String row = kind.equals("result") ? "" : kind;
            try {
                writer.write(kind, content.deepCopy().put("document", document));
                return Optional.empty();
            } catch (UnfitValueException unfit) {
                String column = unfit.field().substring(kind.length() + 1);
                boolean number = content.path(column).isNumber();
                Words rule = number ? unfit.rule().map(text -> text + ": " + unfit.value()) : unfit.rule();
                return Optional.of(new Misfit(row, column, rule));
            } catch (IllegalArgumentException none) {
                return Optional.of(
                        new Misfit(row, "", Words.of("is a kind of row that the answer does not have", "是应答中没有的行类型")));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        public void close() {
            try {
                writer.close();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
