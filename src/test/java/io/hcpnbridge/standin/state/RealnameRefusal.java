package io.hcpnbridge.standin.state;

/** Why a real-name authentication is not taken. */
public enum RealnameRefusal {
    CODE_EXPIRED("CBC.99000027", "The verification code has expired."),
    NOT_A_CUSTOMER("CBC.99000035", "The customer is not a sub-customer of the partner."),
    FILE_TOO_BIG("CBC.99000099", "The file is too big."),
    FILE_FORMAT("CBC.99000100", "The file format is not supported."),
    NOT_ENABLED("CBC.99005030", "The partner has not enabled the upload of identity documents."),
    CHECK_ITEM("CBC.99007004", "A business check item is not satisfied."),
    ALREADY("CBC.99007188", "The customer is authenticated already or in review."),
    DOCUMENT_USED_UP("CBC.99007189", "The document number is used by too many customers."),
    TOO_MANY_ATTEMPTS("CBC.99007191", "Too many attempts."),
    DOCUMENT_FORBIDDEN("CBC.99007193", "The document number is forbidden."),
    CHECK_FAILED("CBC.99007202", "The check failed."),
    FACE_MISMATCH("CBC.99007219", "The faces do not match."),
    BANK_HOLDER("CBC.99007255", "The data of the card's holder is wrong."),
    BANK_CARD_STATE("CBC.99007258", "The state of the bank card is abnormal."),
    BANK_CALL("CBC.99007260", "UnionPay or the issuer could not be called."),
    BANK_CARD_UNSUPPORTED("CBC.99007261", "The bank card is not supported."),
    BANK_SYSTEM("CBC.99007262", "The bank's system failed."),
    CANNOT_BE_REVIEWED("CBC.70600026", "The application cannot be reviewed. Contact your account manager.");

    private final String code;
    private final String text;

    RealnameRefusal(String code, String text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
