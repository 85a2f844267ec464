package io.hcpnbridge.saml;

/** A message that the service provider did not send to us like that. Its text names the rule, nothing of the message's content. */
public final class RefusedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What was wrong with it. */
    public enum Rule {
        /** A parameter is missing, is there twice, or is no base64. */
        QUERY,
        /** It is larger than any such message. */
        SIZE,
        /** It is not signed, not with an algorithm that is trusted, or not by a key of the service provider's metadata. */
        SIGNATURE,
        /** It is no XML, has a document type, or is another message than the address is for. */
        XML,
        /** It is none of SAML 2.0, or was made by somebody else. */
        ISSUER,
        /** It was meant for another address. */
        DESTINATION,
        /** It is too old, or from the future. */
        TIME,
        /** It wants the answer at an address, or in a way, that the service provider's metadata does not have. */
        CONSUMER
    }

    private final transient Rule rule;

    RefusedMessageException(Rule rule, String why) {
        super(why);
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
