package io.hcpnbridge.pull;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.text.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks the pulls that are enabled against tenants and interfaces. */
final class PullsReader {
    private final Set<String> tenants;
    private final List<String> withoutFolders;
    private final MappingCatalog mappings;

    /** @param withoutFolders tenants to whom no file can be delivered */
    PullsReader(Set<String> tenants, List<String> withoutFolders, MappingCatalog mappings) {
        this.tenants = new TreeSet<>(tenants);
        this.withoutFolders = withoutFolders;
        this.mappings = mappings;
    }

    /** @throws io.hcpnbridge.config.InvalidConfigurationException with all faults */
    SortedMap<String, Pull> read(PullProperties properties) {
        SortedMap<String, Pull> enabled = new TreeMap<>();
        var faults = new Faults();
        new TreeMap<>(properties.pulls()).forEach((name, written) -> {
            if (written.enabled()) {
                Optional.ofNullable(faults.keep(() -> read(name, written))).ifPresent(pull -> enabled.put(name, pull));
            }
        });
        tellSharedNumbers(enabled, faults);
        faults.throwAny();
        return enabled;
    }

    private Pull read(String name, PullProperties.Pull written) {
        var faults = new Faults("pulls." + name + ".");
        var mapping = mapping(written.interfaceName(), faults);
        var wanted = written.tenants().isEmpty() ? List.copyOf(tenants) : written.tenants();
        for (var tenant : wanted) {
            faults.require(tenants.contains(tenant), "tenants", Nearest.advice("a configured tenant", tenant, tenants));
            faults.require(
                    !withoutFolders.contains(tenant),
                    "tenants",
                    "must leave out " + tenant
                            + ", which has queues of its own and no folders: what is pulled is a file");
        }
        faults.throwAny();
        var since = Optional.ofNullable(written.since())
                .filter(text -> !text.isBlank())
                .map(written.unit()::named);
        var pull = new Pull(
                name,
                name,
                written.interfaceName(),
                new CronTimes(written.cron()),
                wanted,
                written.unit(),
                since,
                written.tries(),
                written.retryAfter(),
                written.values());
        return FittingPull.of(pull, mapping);
    }

    private InterfaceMapping mapping(String name, Faults faults) {
        if (!mappings.interfaces().contains(name)) {
            faults.add("interface", Nearest.advice("an interface", name, mappings.interfaces()));
            return null;
        }
        var mapping = mappings.current(name);
        faults.require(
                mapping.settings().effect().equals("read"),
                "interface",
                "names an interface that changes something; schedules only read");
        faults.require(mapping.canBePulled(), "interface", "names an interface that has no pull.jslt");
        return mapping;
    }

    /** The ERP must be able to tell the batches of two pulls apart. */
    private static void tellSharedNumbers(Map<String, Pull> enabled, Faults faults) {
        var owners = new HashMap<String, String>();
        enabled.forEach((name, pull) -> {
            var owner = owners.putIfAbsent(pull.interfaceName() + "/" + pull.unit() + "/" + pull.shortName(), name);
            faults.require(
                    owner == null,
                    "pulls." + name,
                    "must differ from pulls." + owner + " in its first "
                            + pull.shortName().length() + " letters: the ERP's column batchNumber holds no more");
        });
    }
}
