package io.hcpnbridge.standin.state;

/** Why a renewal is refused, with the code of either generation. */
public enum RenewalRefusal {
    EXPIRED("CBC.3016", "CBC.99003016", "The resource has expired, been deleted, or does not exist."),
    UNPAID_ORDER("CBC.30050010", "CBC.99003100", "The resource is contained in an order that is not paid."),
    NOT_PRIMARY("CBC.30050007", "CBC.30010036", "The resource is not a primary resource."),
    NO_SUCH_PERIOD("CBC.30050008", "CBC.30010069", "There is no such renewal period."),
    LOCKED("CBC.3002", "CBC.99003144", "The resource is locked by an order in processing."),
    TOO_LONG("CBC.30050008", "CBC.99003154", "The total duration exceeds the maximum."),
    BUNDLE("CBC.3185", "CBC.99003634", "The resources of a bundle must be renewed as a whole."),
    NOT_PAID("CBC.30050006", "CBC.30050006", "The automatic payment failed.");

    private final String oldCode;
    private final String newCode;
    private final String text;

    RenewalRefusal(String oldCode, String newCode, String text) {
        this.oldCode = oldCode;
        this.newCode = newCode;
        this.text = text;
    }

    public String oldCode() {
        return oldCode;
    }

    public String newCode() {
        return newCode;
    }

    public String text() {
        return text;
    }
}
