package io.hcpnbridge.partner.call;

import io.hcpnbridge.partner.settings.PartnerSettings;
import org.apache.camel.spi.PropertiesSource;
import org.springframework.stereotype.Component;

/** Lets routes say {@code {{partnerEndpoint}}}: the checked address of the partner API, configured or by the site. */
@Component
class PartnerEndpointSource implements PropertiesSource {
    private final PartnerSettings settings;

    PartnerEndpointSource(PartnerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String getName() {
        return "partner-endpoint";
    }

    @Override
    public String getProperty(String name) {
        return name.equals("partnerEndpoint") ? settings.endpoint().toString() : null;
    }
}
