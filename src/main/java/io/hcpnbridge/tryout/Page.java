package io.hcpnbridge.tryout;

import io.hcpnbridge.text.Printable;
import java.io.PrintStream;

/** What is told, line by line. Whatever came from outside cannot begin a line of its own or steer the terminal. */
final class Page {
    private final PrintStream out;

    Page(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.print(Printable.whole(text));
        out.print('\n');
    }

    void blank() {
        out.print('\n');
    }

    void flush() {
        out.flush();
    }
}
