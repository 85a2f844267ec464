package io.hcpnbridge.tryout;

import io.hcpnbridge.mapping.problem.MappingException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.boot.logging.LoggingSystem;

/** The program behind {@code --bridge.try}. */
public final class Tryout {
    /** What was tried is all right. */
    static final int WELL = 0;

    /** A file would be refused, a document not be asked for, an answer is another. */
    static final int PROBLEMS = 1;

    /** Nothing could be tried. */
    static final int UNUSABLE = 2;

    private Tryout() {}

    /** Whether a process that is started with these arguments only tries. */
    public static boolean isWanted(String... arguments) {
        return Arrays.stream(arguments)
                .anyMatch(argument ->
                        argument.equals("--" + Wish.SETTING) || argument.startsWith("--" + Wish.SETTING + "="));
    }

    /** All of the program; what libraries log is not for who tries. */
    public static int main(String... arguments) {
        LoggingSystem.get(Tryout.class.getClassLoader()).beforeInitialize();
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, terminal())) {
            return run(out, arguments);
        }
    }

    /** The same to any output; gives the exit code. */
    static int run(PrintStream out, String... arguments) {
        var page = new Page(out);
        try {
            return new Trial(WishReader.read(arguments), page).run();
        } catch (UnusableException e) {
            page.line(e.getMessage());
        } catch (MappingException e) {
            e.all().forEach(mistake -> page.line(mistake.getMessage()));
        } finally {
            page.flush();
        }
        return UNUSABLE;
    }

    /** What a person's terminal reads; a file or pipe gets UTF-8. */
    private static Charset terminal() {
        var console = System.console();
        return console == null ? StandardCharsets.UTF_8 : console.charset();
    }
}
