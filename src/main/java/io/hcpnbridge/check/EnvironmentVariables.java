package io.hcpnbridge.check;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.text.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environment belongs to others as well, whose variables may begin like the adapter's: those of Kubernetes' services are passed
 * over, one that is close to a setting, or stands in a group of settings, is refused, and any other is only told.
 */
final class EnvironmentVariables {
    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentVariables.class);

    /** What Kubernetes and Docker tell about a service named erp, bridge, work and so on. */
    private static final Pattern SERVICE =
            Pattern.compile("\\w+_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    private final List<SettingPattern> known;
    private final Set<String> roots;

    EnvironmentVariables(List<SettingPattern> known, Set<String> roots) {
        this.known = known;
        this.roots = roots;
    }

    void check(Collection<String> names, Map<String, ?> values, Faults faults) {
        for (String name : names) {
            var words = Arrays.asList(name.toLowerCase(Locale.ROOT).split("[_.]", -1));
            if (roots.contains(words.get(0)) && words.size() > 1 && !isOfService(name, values.get(name))) {
                check(name, words, faults);
            }
        }
    }

    private void check(String name, List<String> words, Faults faults) {
        var plain = name.replace('.', '_').replace("-", "");
        if (known.stream().anyMatch(pattern -> pattern.variable().matcher(plain).matches())) {
            return;
        }
        var meant = nearest(words);
        if (meant.isPresent()) {
            faults.add(name, "(environment) is not a setting: did you mean " + meant.get() + "?");
        } else if (isInGroup(words)) {
            faults.add(name, "(environment) is not a setting: remove it or correct its name");
        } else {
            LOG.warn("The environment variable {} is not a setting of the adapter", name);
        }
    }

    private Optional<String> nearest(List<String> words) {
        var names = known.stream()
                .filter(pattern -> pattern.root().equals(words.get(0)))
                .map(pattern -> pattern.like(words, "_").replace("-", "").toUpperCase(Locale.ROOT))
                .toList();
        var without = String.join("_", words).toUpperCase(Locale.ROOT);
        return Nearest.to(without, names, 4);
    }

    /** Whether it begins like the names below a second word: PARTNER_TENANTS_, ERP_SFTP_. */
    private boolean isInGroup(List<String> words) {
        return known.stream()
                .map(SettingPattern::elements)
                .anyMatch(elements -> elements.size() > 2
                        && elements.get(0).equals(words.get(0))
                        && elements.get(1).equals(words.get(1)));
    }

    private static boolean isOfService(String name, Object value) {
        return SERVICE.matcher(name.toUpperCase(Locale.ROOT)).matches()
                || value != null && SERVICE_ADDRESS.matcher(value.toString()).matches();
    }
}
