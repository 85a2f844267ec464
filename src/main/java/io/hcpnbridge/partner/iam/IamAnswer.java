package io.hcpnbridge.partner.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import io.hcpnbridge.json.JsonText;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.SealedAnswer;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.secret.Secret;
import io.hcpnbridge.text.Words;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** A successful answer of IAM, field by field; every field that is missing or cannot be used is a {@link Malformed}. */
final class IamAnswer {
    /** What can stand in an HTTP header without meaning anything else. */
    private static final Pattern SAFE = Pattern.compile("[\\x21-\\x7e]{1,30000}");

    private final SealedAnswer sealed;
    private final JsonNode json;

    /** The answer lacks something; the message names the field, never a value. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Words words;

        Malformed(String field) {
            this(Words.of("IAM's answer has no usable '%s'", "IAM 的应答中没有可用的 '%s'", field));
        }

        private Malformed(Words words) {
            super(words.en());
            this.words = words;
        }

        /** A technical failure: it may be different next time. */
        Judgement judgement() {
            return Judgement.withoutAnswer(Verdict.FAILED, "BRIDGE.MALFORMED_RESPONSE", words);
        }
    }

    private IamAnswer(SealedAnswer sealed) {
        this.sealed = sealed;
        this.json = json(sealed);
    }

    /** It was read before, when it was judged. */
    private static JsonNode json(SealedAnswer sealed) {
        try {
            return ExactJson.read(JsonText.of(sealed.body(), sealed.contentType()));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("An answer that cannot be read was judged a success", e);
        }
    }

    static IamAnswer of(SealedAnswer sealed) {
        return new IamAnswer(sealed);
    }

    Secret secret(String pointer) throws Malformed {
        JsonNode value = json.at(pointer);
        if (!value.isTextual() || !SAFE.matcher(value.textValue()).matches()) {
            throw new Malformed(pointer);
        }
        return Secret.of(value.textValue());
    }

    /** The token in the header. */
    Secret token() throws Malformed {
        return sealed.token()
                .filter(token -> SAFE.matcher(token.reveal()).matches())
                .orElseThrow(() -> new Malformed("X-Subject-Token"));
    }

    Instant instant(String pointer) throws Malformed {
        try {
            return Instant.parse(json.at(pointer).asText());
        } catch (DateTimeParseException e) {
            throw new Malformed(pointer);
        }
    }
}
