package io.hcpnbridge.pull;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.format.Form;
import io.hcpnbridge.mapping.format.UnfitValueException;
import io.hcpnbridge.partner.settings.PartnerSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The pulls that are enabled, complete and checked: a pull that could never work stops the start. */
@Component
class Pulls {
    private final SortedMap<String, Pull> enabled = new TreeMap<>();

    Pulls(PullProperties properties, PartnerSettings partner, MappingCatalog mappings) {
        properties.pulls().forEach((name, written) -> {
            if (written.enabled()) {
                enabled.put(name, pull(name, written, partner, mappings));
            }
        });
    }

    /** By name, in the order of names. */
    Map<String, Pull> enabled() {
        return enabled;
    }

    private static Pull pull(
            String name, PullProperties.Pull written, PartnerSettings partner, MappingCatalog mappings) {
        var prefix = "pulls." + name + ".";
        var interfaceName = written.interfaceName();
        require(mappings.interfaces().contains(interfaceName), prefix + "interface", "must be set to an interface");
        var mapping = mappings.current(interfaceName);
        require(mapping.canBePulled(), prefix + "interface", "names an interface that has no pull.jslt");
        require(
                mapping.settings().effect().equals("read"),
                prefix + "interface",
                "names an interface that changes something; schedules only read");
        var tenants = written.tenants().isEmpty()
                ? partner.tenants().keySet().stream().sorted().toList()
                : List.copyOf(written.tenants());
        for (var tenant : tenants) {
            require(partner.tenants().containsKey(tenant), prefix + "tenants", "names a tenant that is not configured");
        }
        var since = written.since() == null || written.since().isBlank()
                ? Optional.<Period>empty()
                : Optional.of(written.unit().named(written.since()));
        var pull = new Pull(
                name,
                interfaceName,
                new CronTimes(written.cron()),
                tenants,
                written.unit(),
                since,
                written.tries(),
                written.retryAfter(),
                written.values());
        tenants.forEach(tenant -> requireFittingHeader(pull, tenant, mapping));
        return pull;
    }

    /** The ERP's columns must hold the batch number, and the name of a tenant. */
    private static void requireFittingHeader(Pull pull, String tenant, InterfaceMapping mapping) {
        var period = pull.of(tenant, pull.unit().endedBy(Instant.EPOCH));
        try (var writer = mapping.format(Form.FILE).answer(OutputStream.nullOutputStream())) {
            writer.write("header", PullInput.header(pull, period, Instant.EPOCH));
        } catch (UnfitValueException e) {
            throw new InvalidConfigurationException(
                    "pulls." + pull.name(), "needs a shorter name: " + e.field() + " " + e.rule());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean condition, String property, String advice) {
        if (!condition) {
            throw new InvalidConfigurationException(property, advice);
        }
    }
}
