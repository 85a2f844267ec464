package io.hcpnbridge.mapping.problem;

import java.util.List;
import java.util.stream.Stream;

/** A file of {@code mappings/} that cannot be used. The message is one line that names file, line and reason. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String reason;

    /**
     * @param file path below {@code mappings/}, e.g. {@code orders.list/request.new.jslt}
     * @param line from 1; 0 if unknown
     */
    public MappingException(String file, int line, String reason) {
        this(file, line, reason, null);
    }

    public MappingException(String file, int line, String reason, Throwable cause) {
        super("mappings/" + file + (line > 0 ? ", line " + line : "") + ": " + oneLine(reason), cause);
        this.file = file;
        this.line = Math.max(line, 0);
        this.reason = oneLine(reason);
    }

    public String file() {
        return file;
    }

    /** From 1; 0 if unknown. */
    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }

    /** This mistake and those that were found with it. */
    public List<MappingException> all() {
        return Stream.concat(Stream.of(this), Stream.of(getSuppressed()))
                .filter(MappingException.class::isInstance)
                .map(MappingException.class::cast)
                .distinct()
                .toList();
    }

    private static String oneLine(String text) {
        return text == null ? "unknown reason" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
