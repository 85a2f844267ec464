package io.hcpnbridge.secret;

import io.hcpnbridge.config.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads secrets, and those in files again at every look. Looks are due every {@code secrets.look-interval}, by a route. */
@Component("secretWatch")
public class SecretWatch {
    private final List<Rotation<?>> rotations = new CopyOnWriteArrayList<>();

    /**
     * Makes a value of secrets that belong together, now and whenever their files have changed.
     *
     * @param make gets them in this order, null for one that is not set, and only if all of them keep their rules; may refuse
     *     them with an {@link InvalidConfigurationException}
     * @throws InvalidConfigurationException if there is no value to begin with
     */
    public <T> Current<T> keep(List<SecretSetting> settings, Function<List<Secret>, T> make) {
        if (settings.stream().noneMatch(SecretSetting::isFile)) {
            return Current.of(make.apply(
                    settings.stream().map(SecretSetting::value).collect(Collectors.toCollection(ArrayList::new))));
        }
        var rotation = new Rotation<>(List.copyOf(settings), make);
        rotations.add(rotation);
        return rotation.current();
    }

    /** A secret that stands alone; its value is null if it is not set. */
    public Current<Secret> keep(SecretSetting setting) {
        return keep(List.of(setting), values -> values.get(0));
    }

    /** Settings whose files have changed and cannot be used; what they were before stays in use. */
    public List<String> refused() {
        return rotations.stream()
                .flatMap(rotation -> rotation.refused().stream())
                .toList();
    }

    /** Reads all files again. */
    public synchronized void look() {
        rotations.forEach(Rotation::look);
    }
}
