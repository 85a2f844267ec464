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

    /** Milliseconds to wait for the lane's slot. */
    public static final String QUOTA_WAIT = "quotaWait";

    /** When the call may be sent, by {@link System#nanoTime()}. */
    public static final String SLOT = "slot";

    /** What to call with; gone after the judgement. */
    public static final String CREDENTIAL = "credential";

    /** The judgement of IAM's answer, if it did not give the credential. */
    public static final String CREDENTIAL_PROBLEM = "credentialProblem";

    /** Set to {@code iam} if it was IAM that did not accept the partner's own credential. */
    public static final String REFUSED_BY = "refusedBy";

    /** Whether there are new keys meanwhile, so that a refusal says nothing about those that the next call is made with. */
    public static final String REPLACED = "credentialReplaced";

    /** The {@link PartnerRequest} that IAM is asked. */
    public static final String IAM_REQUEST = "iamRequest";

    /** The judgement of IAM's last answer. */
    public static final String IAM_JUDGEMENT = "iamJudgement";

    /** What IAM answered; shows nothing of it. */
    public static final String SEALED_ANSWER = "sealedAnswer";

    /** What is to be put on the wire; gone when it was. */
    public static final String SIGNED_REQUEST = "signedRequest";

    /** Until when the announced call may be sent, by {@link System#nanoTime()}. */
    public static final String SEND_BEFORE = "sendBefore";

    /** Out: the judgement. */
    public static final String JUDGEMENT = "judgement";

    /** Out: the verdict's text, for choices in routes. */
    public static final String VERDICT = "verdict";

    private CallProperties() {}
}
