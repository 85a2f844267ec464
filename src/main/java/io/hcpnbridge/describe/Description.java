package io.hcpnbridge.describe;

import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingSource;
import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Nearest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.logging.LoggingSystem;

/** The program behind {@code --bridge.describe=INTERFACE --as=FORM}: what programmers of ERPs paste. */
public final class Description {
    private static final String SETTING = "--bridge.describe";
    private static final String FORM = "--as";
    private static final String MAPPINGS = "--bridge.mappings";
    private static final int WELL = 0;
    private static final int UNUSABLE = 2;

    private static final Map<String, Describer> FORMS = new TreeMap<>(Map.of(
            "copybook", new Copybook(),
            "abap", new AbapTypes(),
            "asyncapi", new QueueDocument(),
            "sql", new SqlTables(),
            "xsd", new XmlSchema(),
            "json-schema", new JsonSchema()));

    private Description() {}

    /** Whether a process that is started with these arguments only describes. */
    public static boolean isWanted(String... arguments) {
        return value(SETTING, arguments).isPresent();
    }

    /** All of the program: the document to the standard output, or a sentence to the standard error and exit code 2. */
    public static int main(String... arguments) {
        LoggingSystem.get(Description.class.getClassLoader()).beforeInitialize();
        try (var out = stream(FileDescriptor.out);
                var error = stream(FileDescriptor.err)) {
            return run(out, error, arguments);
        }
    }

    /** The same to any output; gives the exit code. */
    static int run(PrintStream out, PrintStream error, String... arguments) {
        try {
            out.print(described(arguments));
            return WELL;
        } catch (UnusableException | MappingException e) {
            error.print(e.getMessage() + "\n");
            return UNUSABLE;
        }
    }

    private static String described(String... arguments) {
        var source = new MappingSource(value(MAPPINGS, arguments).orElse("classpath:mappings/"));
        var name = value(SETTING, arguments).orElse("");
        if (name.isEmpty()) {
            return InterfaceList.of(source);
        }
        if (!source.interfaces().contains(name)) {
            throw new UnusableException("There is no interface " + name + Nearest.advice(name, source.interfaces())
                    + "; " + SETTING + " alone lists them");
        }
        var form = value(FORM, arguments).orElse("");
        if (!FORMS.containsKey(form)) {
            throw new UnusableException("Write " + FORM + "= and one of " + String.join(", ", FORMS.keySet())
                    + Nearest.advice(form, FORMS.keySet()));
        }
        return FORMS.get(form).of(MappingCatalog.only(source, name));
    }

    private static Optional<String> value(String option, String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.equals(option) || argument.startsWith(option + "="))
                .map(argument -> argument.equals(option) ? "" : argument.substring(option.length() + 1))
                .findFirst();
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
