package io.hcpnbridge.watch;

import io.hcpnbridge.erp.queue.BrokerWatch;
import io.hcpnbridge.intake.folder.Folder;
import io.hcpnbridge.intake.folder.FolderWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How long ago the ERP's folders and queues were last in order. Of a route that an operator has stopped nothing is told. */
@Component("placeGauges")
public class PlaceGauges {
    /** Of a folder that tenants share; no tenant's name. */
    private static final String SHARED = "*";

    private final FolderWatch folders;
    private final BrokerWatch queues;
    private final Shown<Map.Entry<Folder, Instant>> folderAges;
    private final Shown<Map.Entry<String, Instant>> queueAges;
    private final Clock clock = Clock.systemUTC();

    PlaceGauges(FolderWatch folders, BrokerWatch queues, MeterRegistry meters) {
        this.folders = folders;
        this.queues = queues;
        folderAges = new Shown<>(
                meters,
                "bridge.folder.look.age",
                "seconds",
                "Since a replica was last known to look into the folder",
                look -> tags(look.getKey()),
                this::age);
        queueAges = new Shown<>(
                meters,
                "bridge.queue.look.age",
                "seconds",
                "Since the route was last known to listen at its queue",
                look -> Tags.of("route", look.getKey()),
                this::age);
    }

    /** Looks which there are and when that was; how long ago it is, each scrape tells. */
    public void look() {
        folderAges.show(folders.looks().entrySet());
        queueAges.show(queues.heard().entrySet());
    }

    private long age(Map.Entry<?, Instant> look) {
        return Math.max(0, Duration.between(look.getValue(), clock.instant()).toSeconds());
    }

    private static Tags tags(Folder folder) {
        return Tags.of("route", folder.route(), "tenant", folder.owner() == null ? SHARED : folder.owner());
    }
}
