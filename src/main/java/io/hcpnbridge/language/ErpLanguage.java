package io.hcpnbridge.language;

import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.mapping.format.BatchFormat;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.text.Language;
import io.hcpnbridge.text.Wording;
import org.springframework.stereotype.Component;

/**
 * The language in which the ERP is written to: the tenant's ({@code partner.tenants.<name>.language}), or where it has none or is not
 * known the ERP's ({@code erp.language}).
 */
@Component
public class ErpLanguage {
    private final ErpProperties erp;
    private final PartnerSettings partner;

    public ErpLanguage(ErpProperties erp, PartnerSettings partner) {
        this.erp = erp;
        this.partner = partner;
    }

    /** @param tenant null or empty: nobody knows */
    public Language of(String tenant) {
        var said = tenant == null ? null : partner.tenants().get(tenant);
        return Language.of(said == null || said.language() == null ? erp.language() : said.language());
    }

    /** The same for what is written in that format. */
    public Wording of(String tenant, BatchFormat format) {
        return new Wording(of(tenant), format.charset());
    }
}
