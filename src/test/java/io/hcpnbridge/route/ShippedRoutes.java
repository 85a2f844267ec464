package io.hcpnbridge.route;

import io.hcpnbridge.stop.StoppingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Processor;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;

/** The routes of one shipped file, without Spring and {@link Neighbours}: a test tells what a step does, and reads which were passed. */
abstract class ShippedRoutes extends CamelTestSupport {
    private final Map<String, Processor> told = new HashMap<>();
    private final Map<String, Function<Exchange, Object>> answers = new HashMap<>();
    private final List<String> passed = new ArrayList<>();
    private final List<String> addressed = new ArrayList<>();
    private final String file;
    private Map<String, String> addresses = Map.of();

    /** @param file plain name of the file without its ending */
    ShippedRoutes(String file) {
        this.file = file + ".camel.yaml";
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var context = super.createCamelContext();
        var shipped = new Neighbours(RouteText.of(file, Files.readString(Path.of("routes", file))));
        addresses = shipped.addresses();
        shipped.steps()
                .forEach(step -> context.getRegistry().bind(Neighbours.STEP + step, Processor.class, pass(step)));
        shipped.questions().forEach(question -> context.getRegistry().bind(question, new Question(question)));
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(file, shipped.routes().toString()));
        return context;
    }

    /** What a step does; nothing if it is not told. */
    void when(String step, Processor does) {
        told.put(step, does);
    }

    /** What a bean answers, {@code <bean>.<method>}; true if it is not told. */
    void asked(String question, Function<Exchange, Object> answer) {
        answers.put(question, answer);
    }

    /** Lets an exchange through; its failure is told, not thrown. */
    Exchange through(String from, Object body) {
        return template.send("direct:" + from, exchange -> exchange.getMessage().setBody(body));
    }

    /** The steps that were passed, in order. */
    List<String> passed() {
        return passed;
    }

    /** Where the steps would have gone that leave the file, in order. */
    List<String> addressed() {
        return addressed;
    }

    /** A route of a template, filled. */
    void fill(String template, Map<String, Object> parameters) {
        try {
            context.addRouteFromTemplate("of-" + template, template, parameters);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A step that fails. */
    static Processor failing(Exception failure) {
        return exchange -> {
            throw failure;
        };
    }

    /** A step before which the adapter has begun to stop. */
    static Processor stopping() {
        return failing(made(StoppingException.class));
    }

    /** An exception that only its own room makes. */
    static <E extends Exception> E made(Class<E> type, Object... with) {
        try {
            for (var constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == with.length) {
                    constructor.setAccessible(true);
                    return type.cast(constructor.newInstance(with));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalArgumentException(type + " is not made of " + with.length);
    }

    /** A step that leaves the bodies, one after the other, then the last one again. */
    static Processor leaving(Object... bodies) {
        var turn = new int[1];
        return exchange -> exchange.getMessage().setBody(bodies[Math.min(turn[0]++, bodies.length - 1)]);
    }

    /** One step takes a slot of a quota a little later; the other fails if that has not come yet. */
    void waits(String slot, String next) {
        var wait = 200;
        var taken = new long[1];
        when(slot, exchange -> {
            taken[0] = System.nanoTime();
            exchange.setProperty("quotaWait", wait);
        });
        when(next, any -> {
            if (System.nanoTime() - taken[0] < wait * 1_000_000L) {
                throw new IllegalStateException("the slot was not awaited");
            }
        });
    }

    private Processor pass(String step) {
        return exchange -> {
            passed.add(step);
            address(step, exchange);
            told.getOrDefault(step, nothing -> {}).process(exchange);
        };
    }

    private void address(String step, Exchange exchange) {
        var address = addresses.getOrDefault(step, "");
        if (address.contains("${")) {
            address =
                    context.resolveLanguage("simple").createExpression(address).evaluate(exchange, String.class);
        }
        if (!address.isEmpty()) {
            addressed.add(address);
        }
    }

    /** Stands for a bean that an expression asks. */
    public final class Question {
        private final String name;

        Question(String name) {
            this.name = name;
        }

        /** The answer that was told. */
        @Handler
        public Object ask(Exchange exchange) {
            return answers.getOrDefault(name, any -> true).apply(exchange);
        }
    }
}
