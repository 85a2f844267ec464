package io.hcpnbridge.secret;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the files of settings that belong together. Files that came in a new folder all at once are taken at once. Others may
 * still be written, and must have stood still since the look before; if only some of them are new, the rest may be about to come,
 * and they must stand still for longer.
 */
final class Rotation<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);
    private static final int LOOKS = 1;
    private static final int LOOKS_IF_SOME_ARE_OLD = 6;

    private final List<SecretSetting> settings;
    private final List<SecretSetting> files;
    private final Function<List<Secret>, T> make;
    private final Current<T> current;
    private FileSet taken;
    private FileSet last;
    private volatile FileSet refused;
    private int stoodStill;

    /** @throws InvalidConfigurationException if a file cannot be used */
    Rotation(List<SecretSetting> settings, Function<List<Secret>, T> make) {
        this.settings = settings;
        this.files = settings.stream().filter(SecretSetting::isFile).toList();
        this.make = make;
        var found = FileSet.read(files)
                .orElseThrow(() -> new InvalidConfigurationException(names(), "changes too fast to be read"));
        current = Current.of(made(found));
        taken = found;
        last = found;
    }

    Current<T> current() {
        return current;
    }

    /** Their settings, if the files have changed into something that cannot be used. */
    Optional<String> refused() {
        return Optional.ofNullable(refused).map(files -> names());
    }

    /** Reads the files; they can be what they were, or be waited for, or be taken, or be refused. */
    void look() {
        FileSet.read(files).ifPresent(this::seen);
    }

    private void seen(FileSet now) {
        var swapped = now.wasSwappedFor(last);
        stoodStill = now.holdsTheSameAs(last) ? stoodStill + 1 : 0;
        last = now;
        if (now.holdsTheSameAs(taken)) {
            refused = null;
        } else if (!now.holdsTheSameAs(refused) && (swapped || stoodStill >= needed(now))) {
            take(now);
        }
    }

    private int needed(FileSet now) {
        return now.isUsable() && !now.isAllNewSince(taken) ? LOOKS_IF_SOME_ARE_OLD : LOOKS;
    }

    private void take(FileSet now) {
        T value;
        try {
            value = made(now);
        } catch (InvalidConfigurationException e) {
            e.all().forEach(fault -> LOG.warn("{}; what was there before stays in use", fault.getMessage()));
            refused = now;
            return;
        }
        taken = now;
        refused = null;
        current.replace(value);
        LOG.info("In use from now on, as the files have changed: {}", names());
    }

    private T made(FileSet found) {
        var values = new ArrayList<Secret>();
        var faults = new Faults();
        var contents = found.contents().iterator();
        for (var setting : settings) {
            var content = setting.isFile() ? contents.next() : null;
            values.add(content == null ? setting.value() : faults.keep(() -> content.secret(setting)));
        }
        faults.throwAny();
        return make.apply(values);
    }

    private String names() {
        return files.stream().map(SecretSetting::fileProperty).collect(Collectors.joining(", "));
    }
}
