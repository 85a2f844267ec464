package io.hcpnbridge.check;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.core.ResolvableType;

/** The names that groups of settings have, read off the records that they are bound to. */
final class SettingNames {
    private final List<SettingPattern> patterns = new ArrayList<>();
    private final List<SettingPattern> others = new ArrayList<>();

    /** A group, and all that stands below its prefix. */
    void add(String prefix, Class<?> group) {
        add(words(prefix), group);
    }

    /** One setting that is not in a group, by its plain name. */
    void add(String name) {
        others.add(new SettingPattern(words(name), false));
    }

    List<SettingPattern> all() {
        return Stream.concat(patterns.stream(), others.stream()).toList();
    }

    /** The first words of all groups: whatever begins with one of them is the adapter's. */
    Set<String> roots() {
        return patterns.stream().map(SettingPattern::root).collect(Collectors.toCollection(TreeSet::new));
    }

    private void add(List<String> prefix, Class<?> group) {
        for (Parameter parameter : group.getDeclaredConstructors()[0].getParameters()) {
            add(plus(prefix, name(parameter)), ResolvableType.forType(parameter.getParameterizedType()));
        }
    }

    private void add(List<String> name, ResolvableType type) {
        Class<?> raw = type.toClass();
        if (Map.class.isAssignableFrom(raw)) {
            var value = type.asMap().getGeneric(1);
            var keyed = plus(name, SettingPattern.KEY);
            if (value.toClass().isRecord()) {
                add(keyed, value.toClass());
            } else {
                patterns.add(new SettingPattern(keyed, true));
            }
        } else if (raw.isRecord()) {
            add(name, raw);
        } else {
            patterns.add(new SettingPattern(name, false));
        }
    }

    private static String name(Parameter parameter) {
        var given = parameter.getAnnotation(Name.class);
        return given == null ? DataObjectPropertyName.toDashedForm(parameter.getName()) : given.value();
    }

    private static List<String> words(String name) {
        return name.isEmpty() ? List.of() : Arrays.asList(name.split("\\.", -1));
    }

    private static List<String> plus(Collection<String> words, String word) {
        var longer = new ArrayList<>(words);
        longer.add(word);
        return List.copyOf(longer);
    }
}
