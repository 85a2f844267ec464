package io.hcpnbridge.mapping.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.ResourceResolver;
import io.hcpnbridge.mapping.problem.MappingException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One JSLT file, compiled once, shared by all threads. Numbers pass through exactly as they are; a mapping whose
 * output holds a number that went through binary floating point is refused when that happens.
 */
public final class JsltMapping {
    private static final Pattern TOKEN_LINE = Pattern.compile("at line (\\d+)");

    private final String name;
    private final UnaryOperator<String> paths;
    private final Expression expression;

    private JsltMapping(String name, UnaryOperator<String> paths, Expression expression) {
        this.name = name;
        this.paths = paths;
        this.expression = expression;
    }

    /**
     * @param name of the file in {@code files}
     * @param files all that it may import, by the name that {@code import} gives
     * @param paths name to path below {@code mappings/}, for messages
     * @throws MappingException if it or something it imports does not compile
     */
    public static JsltMapping compile(String name, Map<String, byte[]> files, UnaryOperator<String> paths) {
        ResourceResolver imports = imported -> reader(imported, files);
        try {
            Expression expression = new Parser(text(files.get(name)))
                    .withSource(name)
                    .withResourceResolver(imports)
                    .withFunctions(Functions.all())
                    .compile();
            return new JsltMapping(name, paths, expression);
        } catch (JsltException invalid) {
            throw located(invalid, name, paths);
        } catch (StackOverflowError circular) {
            throw new MappingException(paths.apply(name), 0, "imports itself", circular);
        }
    }

    /** @throws MappingException if the mapping fails on this input */
    public JsonNode apply(JsonNode in) {
        JsonNode out;
        try {
            out = expression.apply(in);
        } catch (JsltException failed) {
            throw located(failed, name, paths);
        } catch (StackOverflowError endless) {
            throw new MappingException(paths.apply(name), 0, "a function calls itself without end", endless);
        }
        FloatingPoint.find(out).ifPresent(path -> {
            throw new MappingException(
                    paths.apply(name),
                    0,
                    path + " was computed in floating point: use decimal(), decimal-add() or decimal-sum()");
        });
        return out;
    }

    private static Reader reader(String imported, Map<String, byte[]> files) {
        if (!imported.startsWith("shared/") || !files.containsKey(imported)) {
            throw new JsltException(
                    "there is nothing to import at " + imported + ", only shared/*.jslt can be imported");
        }
        return text(files.get(imported));
    }

    private static Reader text(byte[] content) {
        return new StringReader(new String(content, StandardCharsets.UTF_8));
    }

    private static MappingException located(JsltException error, String name, UnaryOperator<String> paths) {
        String source = error.getSource() == null ? name : error.getSource();
        int line = error.getLine();
        Matcher token = TOKEN_LINE.matcher(error.getMessageWithoutLocation());
        if (line <= 0 && token.find()) {
            line = Integer.parseInt(token.group(1));
        }
        return new MappingException(paths.apply(source), line, error.getMessageWithoutLocation(), error);
    }
}
