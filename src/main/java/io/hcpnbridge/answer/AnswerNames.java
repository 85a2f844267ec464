package io.hcpnbridge.answer;

import io.hcpnbridge.ledger.Delivery;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names an answer may have, in this order: an ERP that uses one name for ever finds older answers it has not fetched beside it. */
final class AnswerNames {
    private static final int LAST_NUMBER = 9;

    private AnswerNames() {}

    /** {@code <file>.answer}, {@code <file>.2.answer} … and at last one with a number that no other arrival has. */
    static Stream<String> of(Delivery delivery) {
        var numbered = IntStream.rangeClosed(2, LAST_NUMBER).mapToObj(number -> "." + number);
        return Stream.of(Stream.of(""), numbered, Stream.of(".a" + delivery.arrival()))
                .flatMap(part -> part)
                .map(part -> delivery.to().name() + part + ending(delivery));
    }

    /** Nobody takes it for an answer; it is the same when delivery is tried again. */
    static String temporary(Delivery delivery) {
        return "." + delivery.arrival() + ".answer.tmp";
    }

    private static String ending(Delivery delivery) {
        return delivery.edition() == 1 ? ".answer" : ".answer.final";
    }
}
