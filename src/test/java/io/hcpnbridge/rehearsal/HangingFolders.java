package io.hcpnbridge.rehearsal;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Never answers when a folder is listed, as a hung SFTP subsystem does; the connection itself goes on. */
public final class HangingFolders implements SftpEventListener {
    private volatile CountDownLatch hung = new CountDownLatch(0);

    /** From now on listings hang. */
    public void hang() {
        hung = new CountDownLatch(1);
    }

    /** New listings are answered; those that hang now hang for ever. */
    public void forgetThoseWhoHang() {
        hung = new CountDownLatch(0);
    }

    /** Lets everything go on. */
    public void goOn() {
        hung.countDown();
    }

    @Override
    public void readingEntries(ServerSession session, String remoteHandle, DirectoryHandle handle) {
        await();
    }

    @Override
    public void readEntries(
            ServerSession session, String remoteHandle, DirectoryHandle handle, Map<String, Path> entries) {
        await();
    }

    private void await() {
        try {
            hung.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
