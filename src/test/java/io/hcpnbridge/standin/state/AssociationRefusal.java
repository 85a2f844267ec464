package io.hcpnbridge.standin.state;

/** Why a new account is not associated with the partner. */
public enum AssociationRefusal {
    DISTRIBUTOR_ITSELF("CBC.50010059", "A distributor is not allowed to associate with sub-customers itself."),
    DISTRIBUTOR_LEFT("CBC.50010065", "The distributor of the reseller has left the partner program."),
    PARTNER_RESTRICTED("CBC.50010085", "The partner is restricted and cannot associate with new customers."),
    DISTRIBUTOR_RESTRICTED("CBC.50010086", "The distributor is restricted and cannot associate with new customers."),
    AUTHORISATION("CBC.99000004", "An error occurred when the customer authorised the partner."),
    RESELLER_UNKNOWN("CBC.99000037", "No permission for that reseller."),
    REPORTED("CBC.99000051", "The phone number or email address has been registered by Huawei."),
    TEST_PARTNER("CBC.99005035", "A test partner account cannot use this API.");

    private final String code;
    private final String text;

    AssociationRefusal(String code, String text) {
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
