package io.hcpnbridge.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/**
 * One call on its way through the steps: what is asked, by whom and with what credential, whether it was announced, what was sent,
 * what came back and how that is judged. Travels as the exchange property {@code call} and shows nothing secret.
 */
public final class PartnerCall {
    /** The exchange property. */
    public static final String PROPERTY = "call";

    private final String tenant;
    private final PartnerRequest request;
    private final Announcement announcement;
    private Precedence precedence = Precedence.MESSAGE;
    private Credential credential;
    private Judgement credentialProblem;
    private boolean credentialReplaced;
    private Long slot;
    private long begun;
    private Long sendBefore;
    private Long announced;
    private Long judged;
    private SignedRequest signed;
    private SealedAnswer sealed;
    private final CallTrace trace = new CallTrace();
    private JsonNode answer;
    private Judgement judgement;

    private PartnerCall(String tenant, PartnerRequest request, Announcement announcement) {
        this.tenant = Objects.requireNonNull(tenant);
        this.request = Objects.requireNonNull(request);
        this.announcement = announcement;
    }

    /** A call of the business: it has to be announced before it is signed. */
    public static PartnerCall of(String tenant, PartnerRequest request, Announcement announcement) {
        return new PartnerCall(tenant, request, Objects.requireNonNull(announcement));
    }

    /** A question to IAM, which changes nothing and is announced to nobody. */
    public static PartnerCall question(String tenant, PartnerRequest request, Credential credential) {
        PartnerCall question = new PartnerCall(tenant, request, null);
        question.take(credential);
        return question;
    }

    /** The call that is under way. */
    public static PartnerCall of(Exchange exchange) {
        PartnerCall call = exchange.getProperty(PROPERTY, PartnerCall.class);
        if (call == null) {
            throw new IllegalStateException("No call is under way");
        }
        return call;
    }

    public void putOn(Exchange exchange) {
        exchange.setProperty(PROPERTY, this);
    }

    public String tenant() {
        return tenant;
    }

    public PartnerRequest request() {
        return request;
    }

    /** What to call with; empty while there is none, and after the judgement. */
    public Optional<Credential> credential() {
        return Optional.ofNullable(credential);
    }

    public void take(Credential found) {
        credential = found;
    }

    /** The judgement of what IAM said, if it gave no credential. */
    public Optional<Judgement> credentialProblem() {
        return Optional.ofNullable(credentialProblem);
    }

    /** @param problem null if there is none any more */
    public void credentialProblem(Judgement problem) {
        credentialProblem = problem;
    }

    /** Whether it was IAM that did not accept the partner's own credential. */
    public boolean isRefusedByIam() {
        return credentialProblem != null && credentialProblem.verdict() == Verdict.UNAUTHENTICATED;
    }

    /** Whether there are new keys meanwhile, so that a refusal says nothing about those that the next call is made with. */
    public boolean isCredentialReplaced() {
        return credentialReplaced;
    }

    public void credentialReplaced(boolean replaced) {
        credentialReplaced = replaced;
    }

    /** Of a question to IAM: the first, as another call waits for it. */
    public Precedence precedence() {
        return precedence;
    }

    /** The same call, which lets others go first. */
    public PartnerCall goingAs(Precedence given) {
        precedence = given;
        return this;
    }

    /** When it may be sent as its quota says, by {@link System#nanoTime()}; empty without a slot. */
    public Optional<Long> slot() {
        return Optional.ofNullable(slot);
    }

    public void slot(long nanos) {
        slot = nanos;
    }

    /** When it was begun to be made ready for its slot. */
    public long begun() {
        return begun;
    }

    public void begin(long nanos) {
        begun = nanos;
    }

    /** Commits the intent; only once. */
    public void announce() {
        if (announcement == null || sendBefore != null) {
            throw new IllegalStateException("A call is announced once, and a question to IAM never");
        }
        long begun = System.nanoTime();
        sendBefore = begun + announcement.commit().toNanos();
        announced = System.nanoTime();
    }

    /** Whether it has to be announced before it is sent. */
    public boolean isToBeAnnounced() {
        return announcement != null;
    }

    /** Whether the ledger knows of it, if it has to. */
    public boolean isAnnounced() {
        return announcement == null || sendBefore != null;
    }

    /** Whether it was announced so long ago that others may have taken it for one that is over. */
    public boolean isTooLate() {
        return sendBefore != null && System.nanoTime() - sendBefore > 0;
    }

    public void sign(SignedRequest toSend) {
        signed = toSend;
    }

    /** What is to be put on the wire, once. */
    public Optional<SignedRequest> takeSigned() {
        Optional<SignedRequest> toSend = Optional.ofNullable(signed);
        signed = null;
        return toSend;
    }

    /** What IAM answered to a question; null if nothing. */
    public SealedAnswer sealed() {
        return sealed;
    }

    public void seal(SealedAnswer arrived) {
        sealed = arrived;
    }

    /** What it leaves for those who look at it afterwards. */
    public CallTrace trace() {
        return trace;
    }

    /** What a mapping may see of the answer; null if nothing. */
    public JsonNode answer() {
        return answer;
    }

    /** Doubt, as long as nobody has judged what came back, or whether something did. */
    public Judgement judgement() {
        return judgement == null ? Judgement.missing() : judgement;
    }

    /** From its slot, or its announcement if that came later, to its judgement, or until now if there is none. */
    public Duration lasted() {
        long end = judged == null ? System.nanoTime() : judged;
        long start = Stream.of(announced, slot)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(end);
        return Duration.ofNanos(Math.max(0, end - start));
    }

    /** The end of the call: nobody needs credential and signature any more. */
    public void judge(Judgement what, JsonNode mayBeSeen) {
        judgement = what;
        judged = System.nanoTime();
        answer = mayBeSeen;
        trace.end(credential);
        credential = null;
        signed = null;
    }

    /** Shown in traces: each part shows nothing secret itself. */
    @Override
    public String toString() {
        return Stream.of(request, credential, signed, sealed, judgement == null ? null : judgement.verdict())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(", ", "PartnerCall[" + tenant + ", ", "]"));
    }
}
