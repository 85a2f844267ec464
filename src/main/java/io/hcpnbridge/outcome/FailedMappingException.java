package io.hcpnbridge.outcome;

import io.hcpnbridge.mapping.problem.MappingException;
import io.hcpnbridge.text.Words;
import java.util.regex.Pattern;

/** A mapping failed before anything was sent. Names interface, file and reason, and nothing of what the mapping was given. */
public class FailedMappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final transient Words words;

    public FailedMappingException(Words words) {
        super(words.en());
        this.words = words;
    }

    public static FailedMappingException of(MappingException failed) {
        return new FailedMappingException(Words.of("The document cannot be mapped %s", "该单据无法映射%s", place(failed)));
    }

    /** The message in both languages. */
    public Words words() {
        return words;
    }

    /** {@code (orders.list/request.new.jslt, line 3): reason}; what a mapping was given stands quoted in its reason. */
    static Words place(MappingException failed) {
        var line = failed.line() > 0 ? Words.of(", line %s", "，第 %s 行", failed.line()) : Words.NONE;
        var reason = QUOTED.matcher(failed.reason()).replaceAll("\"...\"");
        return Words.of("(%s%s): %s", "（%s%s）：%s", failed.file(), line, reason);
    }
}
