package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.erp.sftp.ServerNames;
import io.hcpnbridge.ledger.FileClaim;
import org.springframework.stereotype.Component;

/** Where claimed files lie on the server until they are put aside. */
@Component
public class ClaimPaths {
    private final ErpProperties erp;
    private final ServerNames names;

    ClaimPaths(ErpProperties erp, ServerNames names) {
        this.erp = erp;
        this.names = names;
    }

    /** The path of a claimed file, one character for each byte. */
    public String of(FileClaim claim) {
        var folder = Folder.taking(Folder.path(erp, claim.interfaceName()));
        return folder + "/" + ClaimNames.of(claim.id(), names.write(claim.name()));
    }
}
