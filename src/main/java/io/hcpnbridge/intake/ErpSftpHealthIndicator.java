package io.hcpnbridge.intake;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Out of service until each folder of the ERP's has been looked into once; down while one has not been for longer than
 * {@code erp.sftp.silence}. A single poll that fails changes nothing: the next one tries again.
 */
@Component
class ErpSftpHealthIndicator extends AbstractHealthIndicator {
    private final PollWatch polls;

    ErpSftpHealthIndicator(PollWatch polls) {
        super("The polls of the ERP's folders cannot be looked at");
        this.polls = polls;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        polls.waiting().forEach(route -> builder.outOfService().withDetail(route, "not looked into yet"));
        polls.silent().forEach((route, lastGood) -> builder.down().withDetail(route, "last good poll " + lastGood));
    }
}
