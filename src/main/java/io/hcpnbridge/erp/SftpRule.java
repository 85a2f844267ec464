package io.hcpnbridge.erp;

import io.hcpnbridge.config.BoundSettings;
import io.hcpnbridge.config.Faults;
import io.hcpnbridge.config.SettingsRule;
import io.hcpnbridge.secret.SecretSetting;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The files that {@code erp.sftp.*} names can be used. */
@Component
class SftpRule implements SettingsRule {
    @Override
    public void check(BoundSettings settings, Faults faults) {
        settings.group(ErpProperties.class).map(ErpProperties::sftp).ifPresent(sftp -> {
            read(sftp::passwordSetting, faults);
            read(sftp::privateKeySetting, faults);
            read(sftp::knownHostsSetting, faults);
        });
    }

    private static void read(Supplier<SecretSetting> setting, Faults faults) {
        faults.keep(() -> setting.get().read());
    }
}
