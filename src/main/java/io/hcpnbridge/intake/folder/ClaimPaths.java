package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.ErpTenants;
import io.hcpnbridge.erp.sftp.ErpConnection;
import io.hcpnbridge.erp.sftp.ServerNames;
import io.hcpnbridge.erp.sftp.StraightPath;
import io.hcpnbridge.ledger.FileClaim;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Where claimed files lie on the server until they are put aside. */
@Component
public class ClaimPaths {
    private final ErpTenants tenants;
    private final ServerNames names;

    ClaimPaths(ErpTenants tenants, ServerNames names) {
        this.tenants = tenants;
        this.names = names;
    }

    /** The path of a claimed file, one character for each byte. */
    public String of(FileClaim claim) {
        return Folder.taking(folder(claim)) + "/" + ClaimNames.of(claim.id(), names.write(claim.name()));
    }

    /** Where it lies, said without its name, as that may hold anything. */
    public String place(FileClaim claim) {
        return Folder.taking(folder(claim)) + "/" + claim.id();
    }

    /** The path of the folder that it was dropped into. */
    String folder(FileClaim claim) {
        return Folder.path(tenants, claim.owner(), claim.interfaceName());
    }

    /**
     * Refuses a way to a tenant's own file that leads elsewhere by now.
     *
     * @throws io.hcpnbridge.erp.sftp.ServerRefusal if it does
     */
    public void requireOwn(ErpConnection connection, FileClaim claim) throws IOException {
        if (claim.owner() != null) {
            StraightPath.require(connection, Folder.taking(folder(claim)));
        }
    }
}
