package io.hcpnbridge.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Hides values of a JSON text and leaves every other byte as it is, so that what is shown is what went over the wire. */
final class JsonValues {
    static final String HIDDEN = "***";

    private static final JsonFactory JSON = new JsonFactory();
    /** What could be a name that somebody gave a field; data may stand at the place of names as well. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

    private final byte[] text;
    private final BiPredicate<String, String> hidden;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    /** What of the text has been shown or hidden. */
    private int done;

    private JsonValues(byte[] text, BiPredicate<String, String> hidden) {
        this.text = text;
        this.hidden = hidden;
    }

    /**
     * What is left of a text.
     *
     * @param whole whether all of it was JSON; else the bytes end before that which is not
     */
    record Shown(byte[] bytes, boolean whole) {}

    /**
     * Hides some of the values.
     *
     * @param text UTF-8
     * @param hidden whether to hide the value of a field, also in a list; gets the name, which is empty at the top, and the value
     */
    static Shown of(byte[] text, BiPredicate<String, String> hidden) {
        var values = new JsonValues(text, hidden);
        try (var parser = JSON.createParser(text)) {
            values.read(parser);
            values.showUpTo(text.length);
            return new Shown(values.shown.toByteArray(), true);
        } catch (IOException e) {
            return new Shown(values.shown.toByteArray(), false);
        }
    }

    private void read(JsonParser parser) throws IOException {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            var begin = (int) parser.currentTokenLocation().getByteOffset();
            if (begin < 0) {
                throw new IOException("Not UTF-8");
            }
            if (token == JsonToken.FIELD_NAME) {
                showUpTo(begin);
                name(parser.currentName(), begin);
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                var value = parser.getText();
                var end = (int) parser.currentLocation().getByteOffset();
                showUpTo(begin);
                value(fieldOf(parser), value, end);
            }
        }
    }

    private void name(String name, int begin) {
        if (!NAME.matcher(name).matches()) {
            hide(endOfString(begin));
        }
    }

    private void value(String field, String value, int end) {
        if (hidden.test(field, value)) {
            hide(end);
        } else {
            showUpTo(end);
        }
    }

    private static String fieldOf(JsonParser parser) {
        var context = parser.getParsingContext();
        while (context.inArray()) {
            context = context.getParent();
        }
        return context.inObject() && context.getCurrentName() != null ? context.getCurrentName() : "";
    }

    private void showUpTo(int end) {
        if (end > done) {
            shown.write(text, done, end - done);
            done = end;
        }
    }

    private void hide(int end) {
        shown.writeBytes(('"' + HIDDEN + '"').getBytes(StandardCharsets.US_ASCII));
        done = end;
    }

    private int endOfString(int quote) {
        var i = quote + 1;
        while (text[i] != '"') {
            i += text[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }
}
