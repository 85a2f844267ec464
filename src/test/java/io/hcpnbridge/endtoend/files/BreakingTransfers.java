package io.hcpnbridge.endtoend.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Breaks transfers in their middle: once some of a file has gone over the wire. */
final class BreakingTransfers implements SftpEventListener {
    private final AtomicInteger downloads = new AtomicInteger();
    private final AtomicInteger uploads = new AtomicInteger();
    private volatile Runnable meanwhile;
    private volatile boolean full;
    private volatile String unreadable;

    /** The next so many downloads lose their connection. */
    void cutDownloads(int times) {
        downloads.set(times);
    }

    /** The next so many uploads of answers lose their connection. */
    void cutUploads(int times) {
        uploads.set(times);
    }

    /** Whether all that were to lose their connection have. */
    boolean hasCutAll() {
        return downloads.get() <= 0 && uploads.get() <= 0;
    }

    /** Once, in the middle of the next download. */
    void meanwhile(Runnable change) {
        meanwhile = change;
    }

    boolean hasChanged() {
        return meanwhile == null;
    }

    /** From now on there is no room for more than the beginning of an answer. */
    void fill() {
        full = true;
    }

    void makeRoom() {
        full = false;
    }

    /** From now on a file whose name ends so may be moved and not be read. */
    void forbidToRead(String name) {
        unreadable = name;
    }

    void allowToRead() {
        unreadable = null;
    }

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle file) throws IOException {
        var forbidden = unreadable;
        if (forbidden != null
                && file instanceof FileHandle
                && file.getFile().toString().endsWith(forbidden)
                && isBelow(file.getFile(), ".taking")) {
            throw new AccessDeniedException(forbidden);
        }
    }

    @Override
    public void reading(
            ServerSession session,
            String remoteHandle,
            FileHandle file,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLen) {
        if (offset == 0 || !isBelow(file.getFile(), "inbound")) {
            return;
        }
        var change = meanwhile;
        if (change != null) {
            meanwhile = null;
            change.run();
        }
        if (downloads.getAndDecrement() > 0) {
            session.close(true);
        }
    }

    @Override
    public void writing(
            ServerSession session,
            String remoteHandle,
            FileHandle file,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLen)
            throws IOException {
        if (offset == 0 || !isBelow(file.getFile(), "outbound")) {
            return;
        }
        if (full) {
            throw new IOException("No space left on device");
        }
        if (uploads.getAndDecrement() > 0) {
            session.close(true);
        }
    }

    private static boolean isBelow(Path file, String folder) {
        return file.toString().contains("/" + folder + "/");
    }
}
