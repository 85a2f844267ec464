package io.hcpnbridge.standin.state;

import java.time.Instant;

/** What a partner is told about a customer beyond its id; guarded by the monitor of {@link PartnerState}. */
public final class Profile {
    private final String customerId;
    private String accountName;
    private String realName;
    private String mobilePhone;
    private String email;
    private String xaccountId;
    private String xaccountType;
    private String label;
    private String level = "V0";
    private String countryCode = "0086";
    private String accountManager;
    private String verifiedStatus = "-1";
    private int customerType = -1;
    private int frozen;
    private Instant associatedOn = Instant.parse("2024-01-01T00:00:00Z");

    /** A customer without real-name authentication, associated at the beginning of 2024. */
    public Profile(String customerId) {
        this.customerId = customerId;
        accountName = "account-" + customerId;
    }

    public Profile account(String name) {
        accountName = name;
        return this;
    }

    /** The name of its real-name authentication. */
    public Profile named(String name) {
        realName = name;
        return this;
    }

    /** Null for what it has not given. */
    public Profile contact(String phone, String mail) {
        mobilePhone = phone;
        email = mail;
        return this;
    }

    public Profile platformUser(String id, String platform) {
        xaccountId = id;
        xaccountType = platform;
        return this;
    }

    public Profile labelled(String text) {
        label = text;
        return this;
    }

    public Profile level(String value) {
        level = value;
        return this;
    }

    public Profile country(String code) {
        countryCode = code;
        return this;
    }

    public Profile managedBy(String manager) {
        accountManager = manager;
        return this;
    }

    /**
     * @param status -1 none, 0 in review, 1 rejected, 2 verified, 3 failed
     * @param type -1 none, 0 individual, 1 enterprise
     */
    public Profile verified(String status, int type) {
        verifiedStatus = status;
        customerType = type;
        return this;
    }

    /** @param kind 0 no, 1 account, 2 account and resources */
    public Profile frozen(int kind) {
        frozen = kind;
        return this;
    }

    /** Null: the association is not yet there. */
    public Profile associated(Instant time) {
        associatedOn = time;
        return this;
    }

    public String customerId() {
        return customerId;
    }

    public String accountName() {
        return accountName;
    }

    public String realName() {
        return realName;
    }

    public String mobilePhone() {
        return mobilePhone;
    }

    public String email() {
        return email;
    }

    public String xaccountId() {
        return xaccountId;
    }

    public String xaccountType() {
        return xaccountType;
    }

    public String label() {
        return label;
    }

    public String level() {
        return level;
    }

    public String countryCode() {
        return countryCode;
    }

    public String accountManager() {
        return accountManager;
    }

    public String verifiedStatus() {
        return verifiedStatus;
    }

    public int customerType() {
        return customerType;
    }

    public int frozen() {
        return frozen;
    }

    public Instant associatedOn() {
        return associatedOn;
    }

    public boolean isAssociated() {
        return associatedOn != null;
    }
}
