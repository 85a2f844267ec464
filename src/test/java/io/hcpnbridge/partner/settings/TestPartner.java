package io.hcpnbridge.partner.settings;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Settings of a partner with a tenant {@code acme} and a tenant {@code other}, for whoever needs some. */
public final class TestPartner {
    private TestPartner() {}

    /** @param settings as in a file of settings, {@code <name>=<value>} */
    public static PartnerSettings with(String... settings) {
        var read = new PartnerSettings[1];
        new ApplicationContextRunner()
                .withUserConfiguration(PartnerSettingsConfiguration.class)
                .withPropertyValues("partner.site=china")
                .withPropertyValues(tenant("acme"))
                .withPropertyValues(tenant("other"))
                .withPropertyValues(settings)
                .run(context -> read[0] = context.getBean(PartnerSettings.class));
        return read[0];
    }

    private static String[] tenant(String name) {
        var prefix = "partner.tenants." + name + ".";
        return new String[] {
            prefix + "domain-id=0fake00domain" + name,
            prefix + "access-key=AKFAKE" + name,
            prefix + "secret-key=sk-canary"
        };
    }
}
