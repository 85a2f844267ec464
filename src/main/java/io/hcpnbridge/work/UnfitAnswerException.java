package io.hcpnbridge.work;

/** The partner's answer cannot be put into the ERP's format as the mapping says. Names what does not fit, not the whole answer. */
class UnfitAnswerException extends RuntimeException {
    static final String CODE = "BRIDGE.ANSWER_UNFIT";

    private static final long serialVersionUID = 1L;

    UnfitAnswerException(String message) {
        super(message);
    }

    UnfitAnswerException(String message, Exception cause) {
        super(message, cause);
    }
}
