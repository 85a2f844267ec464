package io.hcpnbridge.rehearsal;

import io.hcpnbridge.BridgeApplication;
import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The adapter as it ships, running in its surroundings. */
public final class Bridge implements AutoCloseable {
    private final ServletWebServerApplicationContext context;

    private Bridge(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    public static Bridge start(Surroundings surroundings) {
        var application = new SpringApplication(BridgeApplication.class);
        application.setRegisterShutdownHook(false);
        return new Bridge((ServletWebServerApplicationContext) application.run(surroundings.arguments()));
    }

    /** Where Hawtio is. */
    public URI console() {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + "/actuator/hawtio/");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
