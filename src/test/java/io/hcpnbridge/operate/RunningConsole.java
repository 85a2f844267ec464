package io.hcpnbridge.operate;

import io.hcpnbridge.door.DoorConfiguration;
import java.net.URI;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Login, Hawtio and Jolokia as shipped, on a free port, over routes of the test's choice; no database. */
final class RunningConsole implements AutoCloseable {
    static final String USER = "olga";
    static final String PASSWORD = "correct horse battery";
    static final String PARCELS = "classpath:operate/parcels.camel.yaml";

    private final ConfigurableApplicationContext context;

    private RunningConsole(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Not a {@code @Configuration}: the adapter's own component scan must not find it. */
    @EnableAutoConfiguration(
            exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, ArtemisAutoConfiguration.class
            })
    @Import({
        DoorConfiguration.class,
        FrontPage.class,
        LoginConfiguration.class,
        LoginPage.class,
        OperatorRightsConfiguration.class,
        WebSecurityConfiguration.class
    })
    // Its classes are its own; switched on by a setting.
    @ComponentScan("io.hcpnbridge.operate.signon")
    static class Console {}

    /**
     * @param routes where the routes are, e.g. {@code classpath:routes/*.camel.yaml}
     * @param arguments further properties, each {@code --name=value}
     */
    static RunningConsole over(String routes, String... arguments) {
        var console = new SpringApplicationBuilder(Console.class)
                .properties(
                        "spring.config.location=optional:classpath:/application.yaml,classpath:/operate/console.yaml",
                        "console.routes=" + routes);
        return new RunningConsole(console.run(arguments));
    }

    /** Address below this server, e.g. {@code at("/login")}. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** Address on the probes' own port. */
    URI atProbes(String path) {
        return URI.create(
                "http://127.0.0.1:" + tomcat().getService().findConnectors()[1].getLocalPort() + path);
    }

    /** Sessions that the web server keeps at present. */
    int sessions() {
        var application = (StandardContext) tomcat().getHost().findChildren()[0];
        return application.getManager().getActiveSessions();
    }

    private Tomcat tomcat() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return ((TomcatWebServer) server).getTomcat();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
