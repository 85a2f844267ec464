package io.hcpnbridge.rehearsal;

import io.hcpnbridge.BridgeApplication;
import io.hcpnbridge.standin.signon.PartnerLogin;
import io.hcpnbridge.work.RecordingInput;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@code mvn spring-boot:test-run}: starts the adapter with everything it needs, drops the sample files that ship in
 * {@code mappings/} and shows what came of them. Any setting of the adapter can be given as an argument. With {@code
 * --rehearsal.exit-when-done=true} it ends by itself: 0 if every sample was answered exactly as expected, else 1. With {@code
 * --rehearsal.accept-answers=true} it writes the answers into the samples, for an engineer to review: that is how a new sample gets its
 * expected answer. With {@code --rehearsal.record-answers=true} it writes down what the partner said, by which check
 * and try play the samples. With {@code
 * --rehearsal.first-port=15000} all services listen on fixed ports.
 */
public final class Rehearsal {
    private static final String FIRST_PORT = "rehearsal.first-port";

    private Rehearsal() {}

    public static void main(String[] args) {
        var end = new OrderlyEnd();
        Runtime.getRuntime().addShutdownHook(end);
        try {
            run(args, end);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            // The services' threads would keep the process alive; Spring Boot has told the reason already.
            System.exit(1);
        }
    }

    private static void run(String[] args, OrderlyEnd end) throws Exception {
        var ports = Ports.of(FIRST_PORT, args);
        LedgerDatabase.start(ports.database());
        var surroundings = Surroundings.start(ports).withQueues();
        SampleWorld.seed(surroundings);
        var login = new PartnerLogin(ports.partnerLogin());
        surroundings.withSignOn(login, ports.signOn() == 0 ? FreePort.find() : ports.signOn());
        var context = start(surroundings, args, end);
        var port = ((WebServerApplicationContext) context).getWebServer().getPort();
        login.upload(
                Surroundings.PLATFORM,
                surroundings.property("sign-on.public-address") + "/saml/" + Surroundings.TENANT);
        var board = new Board(surroundings, port);

        List<SampleRun.Result> results;
        try (var erp = ErpClient.connect(surroundings.sftp());
                var queue = ErpQueue.connect(surroundings.broker())) {
            results = new SampleRun(erp, queue, Samples.in(Path.of("mappings"))).run();
        }
        if (context.getEnvironment().getProperty("rehearsal.accept-answers", Boolean.class, false)) {
            SampleRun.accept(results);
        }
        if (context.getEnvironment().getProperty("rehearsal.record-answers", Boolean.class, false)) {
            RecordedAnswers.write(context.getBean(RecordingInput.class).recorded());
        }
        board.show(results);

        if (context.getEnvironment().getProperty("rehearsal.exit-when-done", Boolean.class, false)) {
            System.exit(results.stream().allMatch(SampleRun.Result::asExpected) ? 0 : 1);
        }
    }

    private static ConfigurableApplicationContext start(Surroundings surroundings, String[] args, OrderlyEnd end) {
        var application = new SpringApplication(BridgeApplication.class, RecordingInput.class);
        application.setRegisterShutdownHook(false);
        application.setEnvironment(environment(surroundings));
        application.addInitializers(end::adapter);
        return application.run(args);
    }

    /** What the surroundings are stands behind the command line and the process's environment: there, any setting can be given. */
    private static ConfigurableEnvironment environment(Surroundings surroundings) {
        var environment = ApplicationContextFactory.DEFAULT.createEnvironment(WebApplicationType.SERVLET);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("surroundings", new HashMap<>(surroundings.properties())));
        return environment;
    }
}
