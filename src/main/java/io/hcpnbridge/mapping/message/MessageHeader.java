package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.hcpnbridge.text.Blanks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What must be known of a message before it can be read. */
public final class MessageHeader {
    private MessageHeader() {}

    /** The interface that a message names; empty if it names none, or is not JSON before it does. */
    public static Optional<String> interfaceOf(byte[] message) {
        try (JsonParser parser = MessageJson.parser(message)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean named = parser.currentName().equals("interface");
                JsonToken value = parser.nextToken();
                if (named) {
                    return value == JsonToken.VALUE_STRING
                            ? Optional.of(Blanks.without(parser.getText()))
                            : Optional.empty();
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
