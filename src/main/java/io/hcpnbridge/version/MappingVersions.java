package io.hcpnbridge.version;

import io.hcpnbridge.ledger.MappingLedger;
import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.MappingCatalog;
import io.hcpnbridge.mapping.MappingFiles;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A batch finishes with the mapping it was taken in with: the current one, or an older one kept in the ledger. */
@Component
public class MappingVersions {
    private static final Logger LOG = LoggerFactory.getLogger(MappingVersions.class);

    /** The version is that of the files, which another interface may share. */
    private record Kept(String interfaceName, String version) {}

    private final MappingCatalog catalog;
    private final MappingLedger ledger;
    private final Map<Kept, InterfaceMapping> older = new ConcurrentHashMap<>();

    MappingVersions(MappingCatalog catalog, MappingLedger ledger) {
        this.catalog = catalog;
        this.ledger = ledger;
    }

    /** Whether there is an interface of that name. */
    public boolean has(String interfaceName) {
        return catalog.interfaces().contains(interfaceName);
    }

    /** The interface's current mapping. */
    public InterfaceMapping current(String interfaceName) {
        return catalog.current(interfaceName);
    }

    /** The interface's current mapping, kept in the ledger for as long as batches need it. */
    public InterfaceMapping keepCurrent(String interfaceName) {
        var mapping = catalog.current(interfaceName);
        ledger.keep(interfaceName, mapping.version(), mapping.files().files());
        return mapping;
    }

    /** The interface's mapping in the given version, compiled. */
    public InterfaceMapping of(String interfaceName, String version) {
        if (catalog.interfaces().contains(interfaceName)) {
            var current = catalog.current(interfaceName);
            if (current.version().equals(version)) {
                return current;
            }
        }
        return older.computeIfAbsent(
                new Kept(interfaceName, version), kept -> older(kept.interfaceName(), kept.version()));
    }

    private InterfaceMapping older(String interfaceName, String version) {
        var files = new MappingFiles(interfaceName, ledger.load(interfaceName, version));
        try {
            return catalog.compile(files);
        } catch (MappingException ofAnEarlierShape) {
            // It compiled when it was kept: this program reads another shape. A batch that could not end would be
            // worse.
            if (files.files().isEmpty() || !has(interfaceName)) {
                throw ofAnEarlierShape;
            }
            LOG.info(
                    "Batches of {} that were taken in with files of an earlier shape end with its current mapping: {}",
                    interfaceName,
                    ofAnEarlierShape.getMessage());
            return catalog.current(interfaceName);
        }
    }
}
