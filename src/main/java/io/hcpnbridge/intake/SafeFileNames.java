package io.hcpnbridge.intake;

import io.hcpnbridge.erp.FileNameRule;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.ledger.BatchLedger;
import io.hcpnbridge.mapping.Printable;
import io.hcpnbridge.mapping.format.Form;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets only files through whose names are safe path segments; leaves files alone that are still being written. A name that is
 * refused is reported once: to the operator, and to the ERP in an answer named after the name's hash.
 */
@Component("safeFileNames")
public class SafeFileNames implements GenericFileFilter<SftpRemoteFile<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(SafeFileNames.class);
    private static final Set<String> STILL_WRITTEN = Set.of(".tmp", ".part", ".filepart");

    private final BatchLedger ledger;
    private final BatchIntake batches;

    SafeFileNames(BatchLedger ledger, BatchIntake batches) {
        this.ledger = ledger;
        this.batches = batches;
    }

    @Override
    public boolean accept(GenericFile<SftpRemoteFile<?>> file) {
        if (file.isDirectory()) {
            return false;
        }
        // What the server listed, not what Camel made of it.
        var name =
                file.getFile() == null ? file.getFileNameOnly() : file.getFile().getFilename();
        var broken = FileNameRule.brokenBy(name);
        broken.ifPresent(rule -> report(interfaceOf(file), name, rule));
        return broken.isEmpty() && !isStillWritten(name);
    }

    private void report(String interfaceName, String name, String rule) {
        var hash = ContentHash.of(name);
        if (ledger.noteRefusedName(interfaceName, hash, Printable.of(name), rule)) {
            LOG.warn("{}: a file name is refused: it {}", interfaceName, rule);
            batches.refuse(
                    interfaceName,
                    Form.FILE,
                    Arrival.ofFile("refused-name-" + hash.substring(0, 12)),
                    "name '" + Printable.of(name) + "' " + rule);
        }
    }

    private static String interfaceOf(GenericFile<?> file) {
        var folder = file.getEndpointPath();
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static boolean isStillWritten(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || STILL_WRITTEN.stream().anyMatch(lower::endsWith);
    }
}
