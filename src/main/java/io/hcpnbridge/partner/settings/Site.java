package io.hcpnbridge.partner.settings;

import io.hcpnbridge.partner.Caller;

/** The two sites of the partner API; an account of one is refused by the other. */
public enum Site {
    CHINA("bss.myhuaweicloud.com", Caller.PARTNER),
    INTERNATIONAL("bss-intl.myhuaweicloud.com", Caller.CUSTOMER);

    private final String host;
    private final Caller resourceQueryCaller;

    Site(String host, Caller resourceQueryCaller) {
        this.host = host;
        this.resourceQueryCaller = resourceQueryCaller;
    }

    /** The site's host of the partner (BSS) API. */
    public String host() {
        return host;
    }

    /** Who may query yearly/monthly resources on this site (orders API, caller table). */
    public Caller resourceQueryCaller() {
        return resourceQueryCaller;
    }

    /** The name as configuration and mappings write it: {@code china}, {@code international}. */
    public String text() {
        return this == CHINA ? "china" : "international";
    }
}
