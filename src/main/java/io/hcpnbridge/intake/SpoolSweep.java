package io.hcpnbridge.intake;

import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.config.LeftOutOfCheck;
import java.io.IOException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Clears the spool at the start, and ends a start that could not take anything in. */
@Component
@LeftOutOfCheck
class SpoolSweep implements SmartInitializingSingleton {
    private final Spool spool;

    SpoolSweep(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            spool.sweep();
        } catch (IOException e) {
            throw new InvalidConfigurationException(
                    "erp.spool-directory",
                    "must be a folder that can be written (" + e.getClass().getSimpleName() + ")");
        }
    }
}
