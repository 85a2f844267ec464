package io.hcpnbridge.saml;

import io.hcpnbridge.saml.RefusedMessageException.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of(MESSAGE, STATE, ALGORITHM, SIGNATURE), FOREIGN.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** Reads it, after its signature was found to be of one of these certificates' keys. */
    static RedirectQuery verified(String query, List<X509Certificate> certificates) throws RefusedMessageException {
        if (query == null || query.length() > LARGEST_QUERY) {
            throw new RefusedMessageException(
                    query == null ? Rule.QUERY : Rule.SIZE, "there is no query, or a longer one than any request has");
        }
        var raw = RawParameters.of(query, NAMES);
        if (FOREIGN.stream().anyMatch(raw::has)) {
            throw new RefusedMessageException(Rule.QUERY, "it has a response, or an encoding of its own");
        }
        Signatures.verify(
                raw.signed(MESSAGE, STATE, ALGORITHM),
                raw.needed(ALGORITHM, Rule.SIGNATURE),
                Base64Text.decoded(raw.needed(SIGNATURE, Rule.SIGNATURE)),
                certificates);
        var state = raw.plain(STATE).orElse(null);
        if (state != null && state.length() > LONGEST_STATE) {
            throw new RefusedMessageException(Rule.SIZE, "its RelayState is longer than " + LONGEST_STATE);
        }
        return new RedirectQuery(inflated(Base64Text.decoded(raw.needed(MESSAGE, Rule.QUERY))), state);
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
