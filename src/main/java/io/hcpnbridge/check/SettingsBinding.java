package io.hcpnbridge.check;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.config.WrongValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/** Binds groups of settings one by one, and goes on after what is wrong. */
final class SettingsBinding implements BoundSettings {
    private final Binder binder;
    private final Faults faults;
    private final Map<Class<?>, Object> groups = new HashMap<>();

    SettingsBinding(Environment environment, Faults faults) {
        this.binder = Binder.get(environment);
        this.faults = faults;
    }

    /** A group of the adapter's own. */
    void bind(String prefix, Class<?> group) {
        var bound = binder.bindOrCreate(name(prefix), Bindable.of(group), new GoingOn());
        if (bound != null) {
            groups.put(group, bound);
        }
    }

    /** A group of somebody else's, of which only values are told that are none of their type. */
    void tryOut(String prefix, Class<?> group) {
        try {
            binder.bind(name(prefix), Bindable.of(group), new GoingOn());
        } catch (RuntimeException e) {
            // It binds itself later, and says then what it misses.
        }
    }

    @Override
    public <T> Optional<T> group(Class<T> type) {
        return Optional.ofNullable(type.cast(groups.get(type)));
    }

    @Override
    public <T> Optional<T> value(String property, Class<T> type) {
        try {
            return Optional.ofNullable(binder.bind(property, type).orElse(null));
        } catch (BindException e) {
            return Optional.empty();
        }
    }

    private static ConfigurationPropertyName name(String prefix) {
        return ConfigurationPropertyName.of(prefix);
    }

    /** What cannot be bound is told and left out: by its default, its group is bound as far as it can be. */
    private final class GoingOn implements BindHandler {
        private final Set<ConfigurationPropertyName> told = new HashSet<>();

        @Override
        public Object onFailure(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
            var refused = Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                    .filter(InvalidConfigurationException.class::isInstance)
                    .map(InvalidConfigurationException.class::cast)
                    .findFirst();
            if (told.stream().noneMatch(name::isAncestorOf)) {
                refused.ifPresent(group -> told.add(name));
                refused.ifPresentOrElse(
                        faults::addAll,
                        () -> faults.add(
                                name.toString(),
                                WrongValue.advice(target.getType().toClass(), context.getConfigurationProperty())));
            }
            return null;
        }
    }
}
