package io.hcpnbridge.intake;

import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.intake.rules.ContentHash;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where batches lie on local disk while they are taken in: a folder of this process that nobody else can read
 * ({@code erp.spool-directory}). It is locked as long as the process lives; what a killed one has left is deleted at the next start.
 */
@Component
class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final String PREFIX = "hcpn-erp-bridge-spool-";
    private static final String LOCK = "lock";

    private final Path parent;
    private Path folder;
    private FileChannel lock;

    @Autowired
    Spool(ErpProperties erp) {
        this(erp.spoolDirectory());
    }

    Spool(Path parent) {
        this.parent = parent;
    }

    /** Writes a batch to disk, readable by this process alone from its first byte on. */
    SpooledFile take(InputStream content) throws IOException {
        var path = Files.createTempFile(folder(), "", ".in");
        try (var out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
            var digest = new DigestInputStream(content, ContentHash.sha256());
            var size = digest.transferTo(out);
            return new SpooledFile(path, ContentHash.of(digest.getMessageDigest()), size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private synchronized Path folder() throws IOException {
        if (folder == null) {
            Files.createDirectories(parent);
            var made = Files.createTempDirectory(parent, PREFIX);
            lock = FileChannel.open(made.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            folder = made;
        }
        return folder;
    }

    /** Deletes what processes have left that no longer live. */
    synchronized void sweep() throws IOException {
        var me = Files.getOwner(folder());
        for (var other : foldersOf(me)) {
            if (!other.equals(folder)) {
                sweep(other);
            }
        }
    }

    private List<Path> foldersOf(UserPrincipal me) throws IOException {
        try (var all = Files.newDirectoryStream(parent, PREFIX + "*")) {
            var mine = new ArrayList<Path>();
            for (var path : all) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                        && me.equals(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS))) {
                    mine.add(path);
                }
            }
            return mine;
        }
    }

    /** A folder without a lock has just been made, and holds nothing yet. */
    private static void sweep(Path other) {
        try (var channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            if (held != null) {
                delete(other);
                LOG.info("What a process that ended had left in {} is deleted", other.getFileName());
            }
        } catch (OverlappingFileLockException | FileSystemException e) {
            LOG.debug("{} is in use", other.getFileName(), e);
        } catch (IOException e) {
            LOG.warn(
                    "{} cannot be deleted: {}",
                    other.getFileName(),
                    e.getClass().getSimpleName());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (folder != null) {
            delete(folder);
            lock.close();
            folder = null;
        }
    }
}
