package io.hcpnbridge.intake;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Down while a folder of the ERP's has not been looked into for longer than {@code erp.sftp.silence}. */
@Component
class ErpSftpHealthIndicator extends AbstractHealthIndicator {
    private final PollWatch polls;

    ErpSftpHealthIndicator(PollWatch polls) {
        super("The polls of the ERP's folders cannot be looked at");
        this.polls = polls;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var silent = polls.silent();
        builder.up();
        if (!silent.isEmpty()) {
            builder.down();
            silent.forEach((route, lastGood) -> builder.withDetail(route, "last good poll " + lastGood));
        }
    }
}
