package io.hcpnbridge.check;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Settings below the adapter's own prefixes that nobody reads, wherever they are given: in a file, a folder of files, on the command
 * line, as a system property. What the process finds in its environment is looked at by {@link EnvironmentVariables}.
 */
final class UnknownSettings {
    private final List<SettingPattern> known;
    private final Set<String> roots;

    UnknownSettings(SettingNames names) {
        known = names.all();
        roots = names.roots();
    }

    void check(ConfigurableEnvironment environment, Faults faults) {
        var variables = new EnvironmentVariables(known, roots);
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof SystemEnvironmentPropertySource process) {
                variables.check(List.of(process.getPropertyNames()), process.getSource(), faults);
            } else if (source instanceof EnumerablePropertySource<?> names) {
                for (var name : names.getPropertyNames()) {
                    check(name, faults);
                }
            }
        }
    }

    private void check(String given, Faults faults) {
        var name = ConfigurationPropertyName.adapt(given, '.');
        if (name.isEmpty() || !roots.contains(name.getElement(0, Form.UNIFORM))) {
            return;
        }
        var unreadable = UnreadableName.in(given);
        if (unreadable.isPresent()) {
            faults.add(unreadable.get(), "cannot be a name: names are made of small letters, digits and -");
            faults.explain(name.toString());
            faults.explain(
                    unreadable.get().substring(0, Math.max(0, unreadable.get().lastIndexOf('.'))));
        } else if (known.stream().noneMatch(pattern -> pattern.isNameOf(name))) {
            faults.add(given, advice(name));
        }
    }

    private String advice(ConfigurationPropertyName name) {
        var elements = new ArrayList<String>();
        for (int n = 0; n < name.getNumberOfElements(); n++) {
            elements.add(name.getElement(n, Form.ORIGINAL));
        }
        var given = String.join(".", elements);
        var group = given.substring(0, given.lastIndexOf('.') + 1);
        var meant = known.stream()
                .filter(pattern -> pattern.root().equals(name.getElement(0, Form.UNIFORM)))
                .map(pattern -> pattern.like(elements, "."))
                .toList();
        var beside = meant.stream()
                .filter(other -> other.startsWith(group) && other.indexOf('.', group.length()) < 0)
                .toList();
        return Nearest.advice("a setting", given, Nearest.to(given, beside, 3).isPresent() ? beside : meant);
    }
}
