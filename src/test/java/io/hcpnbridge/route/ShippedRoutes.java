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
    private final String file;

    /** @param file plain name of the file without its ending */
    ShippedRoutes(String file) {
        this.file = file + ".camel.yaml";
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var context = super.createCamelContext();
        var shipped = new Neighbours(RouteText.of(file, Files.readString(Path.of("routes", file))));
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

    /** A step that fails. */
    static Processor failing(Exception failure) {
        return exchange -> {
            throw failure;
        };
    }

    /** A step before which the adapter has begun to stop; only its own room makes that exception. */
    static Processor stopping() {
        return exchange -> {
            var made = StoppingException.class.getDeclaredConstructor();
            made.setAccessible(true);
            throw made.newInstance();
        };
    }

    /** A step that leaves the bodies, one after the other, then the last one again. */
    static Processor leaving(Object... bodies) {
        var turn = new int[1];
        return exchange -> exchange.getMessage().setBody(bodies[Math.min(turn[0]++, bodies.length - 1)]);
    }

    private Processor pass(String step) {
        return exchange -> {
            passed.add(step);
            told.getOrDefault(step, nothing -> {}).process(exchange);
        };
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
