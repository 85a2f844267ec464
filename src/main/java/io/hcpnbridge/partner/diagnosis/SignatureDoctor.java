package io.hcpnbridge.partner.diagnosis;

import io.hcpnbridge.partner.Credential;
import io.hcpnbridge.partner.Judgement;
import io.hcpnbridge.partner.PartnerCall;
import io.hcpnbridge.partner.PartnerClock;
import io.hcpnbridge.partner.Verdict;
import io.hcpnbridge.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out why the gateway has not accepted a signature; where it does not tell enough, what can be excluded. */
@Component
public class SignatureDoctor {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureDoctor.class);
    private static final String SIGNATURE_FAILED = "signature fail";

    private final PartnerClock clock;

    SignatureDoctor(PartnerClock clock) {
        this.clock = clock;
    }

    /**
     * Leaves on the call, and in the log, what it finds; nothing if the answer is about something else.
     *
     * @param judgement of the answer
     * @param answered what the answer is dated; null if it is not
     */
    public void examine(PartnerCall call, Judgement judgement, Instant answered) {
        if (judgement.verdict() != Verdict.UNAUTHENTICATED || judgement.httpStatus() == null) {
            return;
        }
        try {
            found(call, judgement.text().en().toLowerCase(Locale.ROOT), answered)
                    .ifPresent(finding -> {
                        call.trace().find(finding);
                        LOG.warn("Why the call was not accepted: {}", finding.en());
                    });
        } catch (RuntimeException e) {
            // That the call was refused is known, and must stay so whatever the gateway has said about it.
            LOG.error(
                    "The refused signature could not be examined ({})",
                    e.getClass().getSimpleName());
        }
    }

    private Optional<Words> found(PartnerCall call, String said, Instant answered) {
        if (!call.credential().map(Credential::signs).orElse(false)) {
            return Optional.empty();
        }
        if (said.contains("get secretkey failed") || said.contains("ak not exist")) {
            return Optional.of(new Words("The gateway does not know the access key", "网关不认识该访问密钥（AK）"));
        }
        if (said.contains("reach the limit")) {
            return Optional.of(new Words(
                    "The gateway has locked the access key for some minutes, after several signatures in a row that it did not accept",
                    "网关连续多次未接受签名，已将该访问密钥（AK）锁定数分钟"));
        }
        if (said.contains("decrypt token fail") || said.contains("token expires")) {
            return Optional.of(new Words(
                    "The gateway does not accept the security token of the temporary keys, or not any more",
                    "网关不接受（或不再接受）临时密钥的安全令牌"));
        }
        return said.contains(SIGNATURE_FAILED)
                ? call.trace().signed().flatMap(CanonicalText::of).map(ours -> compared(call, ours, answered))
                : Optional.empty();
    }

    private Words compared(PartnerCall call, CanonicalText ours, Instant answered) {
        ClockReading reading =
                ClockReading.of(ours.header("x-sdk-date"), answered, clock.now().minus(clock.offset()));
        Optional<List<Words>> differences = call.trace()
                .gateways()
                .flatMap(CanonicalText::of)
                .map(theirs -> CanonicalDifferences.between(ours, theirs));
        if (differences.filter(list -> !list.isEmpty()).isPresent()) {
            Words other = Words.of("The gateway has signed %s", "网关所签名的是：%s", Words.joined(differences.get()));
            return reading.isWrong() ? Words.joined(List.of(reading.wrong(), other)) : other;
        }
        if (reading.isWrong()) {
            return reading.wrong();
        }
        return differences.isPresent() ? keyIsWrong(reading) : leftOver(reading);
    }

    private static Words keyIsWrong(ClockReading reading) {
        Words equal = new Words(
                "The secret key does not fit the access key: the canonical requests are equal",
                "密钥（SK）与访问密钥（AK）不匹配：双方的规范请求相同");
        return reading.isKnown() ? Words.joined(List.of(equal, reading.right())) : equal;
    }

    private static Words leftOver(ClockReading reading) {
        List<Words> known = new ArrayList<>();
        known.add(new Words("The gateway does not tell what it has signed", "网关没有说明它所签名的内容"));
        known.add(
                reading.isKnown()
                        ? reading.right()
                        : new Words("it tells no time, so that the clock is not excluded", "网关没有给出时间，无法排除时钟的原因"));
        known.add(new Words(
                "left are a secret key that does not fit, and whatever changes requests on their way",
                "剩下的可能：密钥（SK）不匹配，或请求在途中被改动"));
        return Words.joined(known);
    }
}
