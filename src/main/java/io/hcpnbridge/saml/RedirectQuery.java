package io.hcpnbridge.saml;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A message in the query of an address (SAML bindings, 3.4): deflated, in base64, signed as it stands there. Nothing of it is read before
 * its signature is verified.
 *
 * @param xml the message
 * @param relayState as it came, to be given back; null if none did
 */
record RedirectQuery(byte[] xml, String relayState) {
    /** A request has some hundred bytes; a state that is to be given back at most 80 (SAML bindings, 3.4.3), though hardly anybody keeps to it. */
    private static final int LARGEST_QUERY = 16_384;

    private static final int LARGEST_XML = 65_536;
    private static final int LONGEST_STATE = 2_048;
    private static final String MESSAGE = "SAMLRequest";
    private static final String STATE = "RelayState";
    private static final String ALGORITHM = "SigAlg";
    private static final String SIGNATURE = "Signature";
    /** Of the binding as well, and no part of any request. */
    private static final Set<String> FOREIGN = Set.of("SAMLResponse", "SAMLEncoding");

    private static final Set<String> OWN = Set.of(MESSAGE, STATE, ALGORITHM, SIGNATURE);

    /** Reads it, after its signature was found to be of one of these certificates' keys. */
    static RedirectQuery verified(String query, List<X509Certificate> certificates) throws RefusedMessageException {
        if (query == null || query.length() > LARGEST_QUERY) {
            throw new RefusedMessageException(
                    query == null ? Rule.QUERY : Rule.SIZE, "there is no query, or a longer one than any request has");
        }
        var raw = parameters(query);
        if (raw.keySet().stream().anyMatch(FOREIGN::contains)) {
            throw new RefusedMessageException(Rule.QUERY, "it has a response, or an encoding of its own");
        }
        Signatures.verify(
                signed(raw), needed(raw, ALGORITHM), Base64Text.decoded(needed(raw, SIGNATURE)), certificates);
        var state = raw.containsKey(STATE) ? plain(raw.get(STATE)) : null;
        if (state != null && state.length() > LONGEST_STATE) {
            throw new RefusedMessageException(Rule.SIZE, "its RelayState is longer than " + LONGEST_STATE);
        }
        return new RedirectQuery(inflated(Base64Text.decoded(needed(raw, MESSAGE))), state);
    }

    /** As they stand in the query: what is signed are their very characters. */
    private static Map<String, String> parameters(String query) throws RefusedMessageException {
        var raw = new HashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            var name = pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('='));
            if ((OWN.contains(name) || FOREIGN.contains(name))
                    && raw.put(name, pair.substring(Math.min(pair.length(), name.length() + 1))) != null) {
                throw new RefusedMessageException(Rule.QUERY, name + " is there twice");
            }
        }
        return raw;
    }

    private static byte[] signed(Map<String, String> raw) throws RefusedMessageException {
        var text = new StringBuilder(MESSAGE).append('=').append(raw.getOrDefault(MESSAGE, ""));
        if (raw.containsKey(STATE)) {
            text.append('&').append(STATE).append('=').append(raw.get(STATE));
        }
        if (!raw.containsKey(ALGORITHM)) {
            throw new RefusedMessageException(Rule.SIGNATURE, "it is not signed");
        }
        return text.append('&')
                .append(ALGORITHM)
                .append('=')
                .append(raw.get(ALGORITHM))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String needed(Map<String, String> raw, String name) throws RefusedMessageException {
        var value = raw.get(name);
        if (value == null || value.isEmpty()) {
            var rule = name.equals(MESSAGE) ? Rule.QUERY : Rule.SIGNATURE;
            throw new RefusedMessageException(rule, name + " is missing");
        }
        return plain(value);
    }

    private static String plain(String encoded) throws RefusedMessageException {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedMessageException(Rule.QUERY, "a parameter is not encoded as one");
        }
    }

    private static byte[] inflated(byte[] deflated) throws RefusedMessageException {
        var inflater = new Inflater(true);
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
            var xml = stream.readNBytes(LARGEST_XML + 1);
            if (xml.length > LARGEST_XML) {
                throw new RefusedMessageException(Rule.SIZE, "it is larger than " + LARGEST_XML + " bytes");
            }
            return xml;
        } catch (IOException e) {
            throw new RefusedMessageException(Rule.QUERY, "it is not deflated");
        } finally {
            inflater.end();
        }
    }
}
