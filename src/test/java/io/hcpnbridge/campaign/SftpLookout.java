package io.hcpnbridge.campaign;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Sees the moments of files, where the server's side of the connection is. */
final class SftpLookout implements SftpEventListener {
    private final IntFunction<Optional<Life>> behind;
    private volatile Ambush ambush;

    /** @param behind whose connection comes from a port */
    SftpLookout(IntFunction<Optional<Life>> behind) {
        this.behind = behind;
    }

    void post(Ambush next) {
        ambush = next;
    }

    @Override
    public void read(
            ServerSession session,
            String remoteHandle,
            FileHandle file,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLen,
            int readLen,
            Throwable thrown) {
        if (isBelow(file.getFile(), "inbound")) {
            see(session, Moment.FILE_READ);
        }
    }

    @Override
    public void written(
            ServerSession session,
            String remoteHandle,
            FileHandle file,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLen,
            Throwable thrown) {
        if (isBelow(file.getFile(), "outbound")) {
            see(session, Moment.ANSWER_WRITTEN);
        }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        named(session, to);
    }

    /** A name that must be free is given by a link; the source is the new name here. */
    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symLink) throws IOException {
        named(session, source);
    }

    private void named(ServerSession session, Path to) throws IOException {
        var isAnswer = isBelow(to, "outbound");
        var struck = see(session, isAnswer ? Moment.ANSWER_NAMED : Moment.FILE_MOVED);
        if (!struck && see(session, isAnswer ? Moment.ANSWER_NOT_NAMED : Moment.FILE_NOT_MOVED)) {
            throw new IOException("The connection is gone");
        }
    }

    private boolean see(ServerSession session, Moment moment) {
        var waiting = ambush;
        return waiting != null
                && waiting.waitsFor(moment)
                && behind(session).map(waiting::fall).orElse(false);
    }

    /** Nobody if it is the ERP's. */
    private Optional<Life> behind(ServerSession session) {
        return behind.apply(((InetSocketAddress) session.getClientAddress()).getPort());
    }

    private static boolean isBelow(Path file, String folder) {
        return file.toString().contains("/" + folder + "/");
    }
}
