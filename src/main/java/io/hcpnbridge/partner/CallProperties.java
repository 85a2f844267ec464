package io.hcpnbridge.partner;

/** Names of the exchange properties that the steps of the call hand on to each other. */
public final class CallProperties {
    /** In: name of the tenant in whose business the call is made. */
    public static final String TENANT = "tenant";

    /** The {@link PartnerRequest} of the call. */
    public static final String REQUEST = "partnerRequest";

    /** Quota name of the request's endpoint. */
    public static final String API = "api";

    /** Calls a second that the lane may make. */
    public static final String QUOTA = "quota";

    /** The keys to sign with; gone after the judgement. */
    public static final String CREDENTIAL = "credential";

    /** What is to be put on the wire; gone when it was. */
    public static final String SIGNED_REQUEST = "signedRequest";

    /** Out: the judgement. */
    public static final String JUDGEMENT = "judgement";

    /** Out: the verdict's text, for choices in routes. */
    public static final String VERDICT = "verdict";

    private CallProperties() {}
}
