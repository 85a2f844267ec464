package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.state.Site;

/** What tests may set about the business side. */
public final class Settings {
    private volatile Site site = Site.CHINA;
    private volatile Boolean resourceQueryByPartner;
    private volatile int billMonthsKept = 18;

    /** The site that the stand-in is; keys of the other are strangers. */
    public Settings site(Site value) {
        site = value;
        return this;
    }

    public Site site() {
        return site;
    }

    /** Whether partners and not customers may query resources; null = as documented for the site. */
    public Settings resourceQueryByPartner(Boolean value) {
        resourceQueryByPartner = value;
        return this;
    }

    boolean resourceQueryByPartner(boolean documented) {
        Boolean set = resourceQueryByPartner;
        return set == null ? documented : set;
    }

    /** How many months back consumption is told; 18 as documented. */
    public Settings billMonthsKept(int value) {
        billMonthsKept = value;
        return this;
    }

    int billMonthsKept() {
        return billMonthsKept;
    }
}
