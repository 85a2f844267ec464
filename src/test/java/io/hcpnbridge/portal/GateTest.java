package io.hcpnbridge.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hcpnbridge.saml.SigningKey;
import io.hcpnbridge.standin.signon.Certified;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Who is let on to the ledger within a second: strangers do not keep out those who show something made here. */
class GateTest {
    private static final int MOST = 3;
    private static final Clock SECOND = Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC);
    private static final SigningKey KEY = key();
    private static final SigningKey OTHER_KEY = key();

    private final Gate gate = new Gate(() -> KEY, MOST, SECOND);

    @Test
    void whoShowsATokenMadeHereOrAtAnotherReplicaPassesACrowdOfStrangers() throws Exception {
        for (int n = 0; n < MOST; n++) {
            gate.pass(invented(n));
        }

        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> gate.pass(invented(MOST)));
        assertThatExceptionOfType(BusyException.class).isThrownBy(gate::pass);
        assertThatCode(() -> gate.pass(gate.token())).doesNotThrowAnyException();
        assertThatCode(() -> gate.pass(new Gate(() -> KEY, MOST, SECOND).token()))
                .doesNotThrowAnyException();
        assertThatCode(gate::passOfPartner).doesNotThrowAnyException();
        assertThatExceptionOfType(BusyException.class).isThrownBy(() -> gate.pass(gate.token()));
    }

    @Test
    void aTokenFromBeforeAChangeOfTheKeyIsAStrangersButPasses() throws Exception {
        var before = new Gate(() -> OTHER_KEY, MOST, SECOND).token();

        assertThat(before.isSealedBy(KEY)).isFalse();
        assertThatCode(() -> gate.pass(before)).doesNotThrowAnyException();
    }

    @Test
    void aSealIsOfOneTokenOnly() {
        var token = gate.token();
        var changed = new Token(
                (token.text().charAt(0) == 'A' ? "B" : "A") + token.text().substring(1));

        assertThat(token.isSealedBy(KEY)).isTrue();
        assertThat(changed.isSealedBy(KEY)).isFalse();
        assertThat(gate.token()).isNotEqualTo(token);
        assertThat(Token.shown(token.text())).contains(token);
    }

    private static Token invented(int n) {
        return Token.shown("%043d".formatted(n)).orElseThrow();
    }

    private static SigningKey key() {
        var key = Certified.of("sso.erp.example");
        return SigningKey.read(key.keyPem(), key.certificatePem(), null, "sign-on.");
    }
}
