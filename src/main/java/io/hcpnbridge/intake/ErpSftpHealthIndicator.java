package io.hcpnbridge.intake;

import io.hcpnbridge.erp.sftp.SftpTroubles;
import io.hcpnbridge.intake.folder.FolderWatch;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Out of service until each folder of the ERP's has been looked into once; down while one has not been for longer than
 * {@code erp.sftp.silence}, or while its files cannot be claimed, read or put aside. What is wrong with the server is told at once.
 */
@Component
class ErpSftpHealthIndicator extends AbstractHealthIndicator {
    private final FolderWatch folders;
    private final SftpTroubles troubles;

    ErpSftpHealthIndicator(FolderWatch folders, SftpTroubles troubles) {
        super("The looks into the ERP's folders cannot be told");
        this.folders = folders;
        this.troubles = troubles;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        folders.waiting().forEach(route -> builder.outOfService().withDetail(route, "not looked into yet"));
        folders.silent().forEach((route, last) -> builder.down().withDetail(route, "last looked into " + last));
        troubles.folders().forEach((folder, trouble) -> builder.down().withDetail(folder, trouble));
        troubles.server().ifPresent(trouble -> builder.withDetail("server", trouble));
    }
}
