package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.ErpProperties;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.StatefulService;
import org.springframework.stereotype.Component;

/** The folders whose files a route takes in: one for each instance of the template {@code take-in-files}. */
@Component
public class WatchedFolders {
    private static final String FILES = "seda://files-of-";

    private final CamelContext camel;
    private final ErpProperties erp;

    WatchedFolders(CamelContext camel, ErpProperties erp) {
        this.camel = camel;
        this.erp = erp;
    }

    /** Those whose route runs; an operator who stops a route leaves its files where they are. */
    public List<Folder> running() {
        return camel.getRoutes().stream()
                .filter(route -> isRunning(route) && interfaceName(route).isPresent())
                .map(route ->
                        Folder.of(erp, route.getRouteId(), interfaceName(route).orElseThrow()))
                .toList();
    }

    /** Whether a route that takes in files still does: its consumer goes first when it is stopped. */
    boolean isRunning(String interfaceName) {
        return running().stream().anyMatch(folder -> folder.interfaceName().equals(interfaceName));
    }

    private static boolean isRunning(Route route) {
        return route.getConsumer() instanceof StatefulService consumer
                && consumer.isStarted()
                && !consumer.isSuspending()
                && !consumer.isSuspended();
    }

    private static Optional<String> interfaceName(Route route) {
        var uri = route.getEndpoint().getEndpointUri();
        if (!uri.startsWith(FILES)) {
            return Optional.empty();
        }
        var end = uri.indexOf('?');
        return Optional.of(uri.substring(FILES.length(), end < 0 ? uri.length() : end));
    }
}
