package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.ErpTenants;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.StatefulService;
import org.springframework.stereotype.Component;

/**
 * The folders whose files a route takes in: for each instance of the template {@code take-in-files} the
 * one that tenants share, and one for each tenant that has its own.
 */
@Component
public class WatchedFolders {
    private static final String FILES = "seda://files-of-";

    private final CamelContext camel;
    private final ErpTenants tenants;

    WatchedFolders(CamelContext camel, ErpTenants tenants) {
        this.camel = camel;
        this.tenants = tenants;
    }

    /** Those whose route runs; an operator who stops a route leaves its files where they are. */
    public List<Folder> running() {
        return camel.getRoutes().stream()
                .filter(route -> isRunning(route) && interfaceName(route).isPresent())
                .flatMap(route -> owners().map(owner -> Folder.of(
                        tenants,
                        route.getRouteId(),
                        owner.orElse(null),
                        interfaceName(route).orElseThrow())))
                .toList();
    }

    /** How many folders each interface has. */
    int perInterface() {
        return (int) owners().count();
    }

    /** Empty for the folders that tenants share. */
    private Stream<Optional<String>> owners() {
        return Stream.concat(
                Stream.of(Optional.empty()), tenants.withFolders().stream().map(Optional::of));
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
