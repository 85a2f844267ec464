package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.partner.Judgement;
import java.util.Objects;

/** IAM gave no credential for a call, so the call was not made; carries the judgement of what IAM said. */
public final class CredentialNotObtainedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Judgement judgement;

    public CredentialNotObtainedException(Judgement judgement) {
        super(judgement.code());
        this.judgement = Objects.requireNonNull(judgement);
    }

    public Judgement judgement() {
        return judgement;
    }
}
