package io.hcpnbridge.ledger;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** There is a database, and a password for it that can be read. */
@Component
class LedgerRule implements SettingsRule {
    static final String URL = "spring.datasource.url";
    static final String NO_URL = "must be set to the ledger's database, such as jdbc:postgresql://db:5432/bridge";

    @Override
    public void check(BoundSettings settings, Faults faults) {
        faults.require(
                settings.value(URL, String.class).filter(StringUtils::hasText).isPresent(), URL, NO_URL);
        var password = settings.value(LedgerPassword.VALUE, String.class).orElse(null);
        settings.group(LedgerProperties.class)
                .ifPresent(ledger -> faults.keep(
                        () -> LedgerPassword.setting(ledger, password).read()));
    }
}
