package io.hcpnbridge.outcome;

import io.hcpnbridge.mapping.problem.MappingException;
import java.util.regex.Pattern;

/** A mapping failed before anything was sent. Names interface, file and reason, and nothing of what the mapping was given. */
public class FailedMappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    public FailedMappingException(String message) {
        super(message);
    }

    public static FailedMappingException of(MappingException failed) {
        return new FailedMappingException("The document cannot be mapped " + place(failed));
    }

    /** {@code (orders.list/request.new.jslt, line 3): reason}; what a mapping was given stands quoted in its reason. */
    static String place(MappingException failed) {
        var line = failed.line() > 0 ? ", line " + failed.line() : "";
        return "(" + failed.file() + line + "): "
                + QUOTED.matcher(failed.reason()).replaceAll("\"...\"");
    }
}
