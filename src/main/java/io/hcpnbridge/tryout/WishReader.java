package io.hcpnbridge.tryout;

import io.hcpnbridge.config.WrongValue;
import io.hcpnbridge.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;

/** Reads what shall be tried off the command line, and settings from wherever the adapter has them. */
final class WishReader {
    private static final List<String> OWN =
            List.of(Wish.SETTING, Wish.INTERFACE, Wish.REPORT, Wish.DOCUMENTS, "bridge.mappings", "bridge.routes");

    private static final int SHOWN = 20;

    private final Binder settings;

    private WishReader(Binder settings) {
        this.settings = settings;
    }

    /** @throws UnusableException if it is not clear */
    static Wish read(String... arguments) {
        var line = new SimpleCommandLinePropertySource(arguments);
        checkNames(line);
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(line);
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
            return new WishReader(Binder.get(environment)).read(line);
        } catch (BindException e) {
            throw new UnusableException(e.getName() + " "
                    + WrongValue.advice(e.getTarget().getType().toClass(), e.getProperty()));
        } catch (ConfigDataException | IllegalArgumentException e) {
            throw new UnusableException("The settings cannot be read: " + e.getMessage());
        }
    }

    /** Whoever misspells how to try would otherwise be told something else than was asked. */
    private static void checkNames(SimpleCommandLinePropertySource line) {
        Stream.of(line.getPropertyNames())
                .filter(name -> name.startsWith("bridge.") && !OWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnusableException(
                            "--" + name + " " + Nearest.advice("an option of a try", name, OWN) + " " + usage());
                });
        var others = line.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME);
        if (others != null) {
            throw new UnusableException(others + " is no option; separate several paths by commas. " + usage());
        }
    }

    private Wish read(SimpleCommandLinePropertySource line) {
        return new Wish(
                paths(line),
                settings.bind(Wish.INTERFACE, String.class).orElse(""),
                settings.bind(Wish.REPORT, String.class).map(WishReader::path).orElse(null),
                settings.bind(Wish.DOCUMENTS, Integer.class).orElse(SHOWN),
                settings.bind("bridge.mappings", String.class).get(),
                limits(),
                settings.bindOrCreate("partner", Bindable.of(PartnerFacts.class)));
    }

    private Wish.Limits limits() {
        return new Wish.Limits(
                settings.bind("erp.max-file-size", DataSize.class)
                        .orElse(DataSize.ofGigabytes(1))
                        .toBytes(),
                settings.bind("erp.queue.max-message-size", DataSize.class)
                        .orElse(DataSize.ofMegabytes(10))
                        .toBytes(),
                settings.bind("erp.queue.max-records", Integer.class).orElse(1_000),
                settings.bind("bridge.intake.max-problems", Integer.class).orElse(1_000));
    }

    private static List<Path> paths(SimpleCommandLinePropertySource line) {
        var values = line.getProperty(Wish.SETTING);
        var paths = Arrays.stream(values.split(",", -1))
                .filter(path -> !path.isBlank())
                .map(WishReader::path)
                .toList();
        if (paths.isEmpty()) {
            throw new UnusableException("Nothing is named. " + usage());
        }
        return paths;
    }

    private static Path path(String text) {
        try {
            return Path.of(text.strip());
        } catch (InvalidPathException e) {
            throw new UnusableException(text + " cannot be a path: " + e.getReason());
        }
    }

    static String usage() {
        return "Write --" + Wish.SETTING + "=FILE, or a folder of samples.";
    }
}
