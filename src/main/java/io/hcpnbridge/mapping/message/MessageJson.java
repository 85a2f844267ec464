package io.hcpnbridge.mapping.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.hcpnbridge.json.ExactJson;
import java.io.IOException;
import java.io.OutputStream;

/** JSON from outside: exact, no name twice, nothing that is out of all proportion. */
final class MessageJson {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxNameLength(1_000)
                    .maxNumberLength(100)
                    .maxStringLength(1_000_000)
                    .build())
            .build();
    private static final ObjectReader VALUES =
            ExactJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private MessageJson() {}

    static JsonParser parser(byte[] message) throws IOException {
        return FACTORY.createParser(message);
    }

    /** The value that begins at the parser's token; the parser then stands at its last. */
    static JsonNode value(JsonParser parser) throws IOException {
        return VALUES.readTree(parser);
    }

    /** Writes UTF-8, every item of a list in a line of its own. */
    static JsonGenerator generator(OutputStream out) {
        try {
            return ExactJson.mapper().getFactory().createGenerator(out).setPrettyPrinter(new LinePerItem());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class LinePerItem extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;

        @Override
        public void beforeArrayValues(JsonGenerator generator) throws IOException {
            generator.writeRaw('\n');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(",\n");
        }
    }
}
