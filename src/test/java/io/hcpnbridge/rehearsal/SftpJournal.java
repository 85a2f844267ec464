package io.hcpnbridge.rehearsal;

import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** What an SFTP server was asked to do to files, in order: {@code open a}, {@code move a -> b}, {@code link a -> b}, {@code remove a}. */
public final class SftpJournal implements SftpEventListener {
    private final List<String> operations = new CopyOnWriteArrayList<>();

    /** A snapshot. */
    public List<String> operations() {
        return List.copyOf(operations);
    }

    /** Those that name a path with this in it. */
    public List<String> operationsOn(String part) {
        return operations.stream().filter(line -> line.contains(part)).toList();
    }

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle) {
        if (handle instanceof FileHandle) {
            operations.add("open " + handle.getFile());
        }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) {
        operations.add("move " + from + " -> " + to);
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symLink) {
        // The source is the new name here.
        operations.add("link " + target + " -> " + source);
    }

    @Override
    public void removing(ServerSession session, Path path, boolean directory) {
        operations.add("remove " + path);
    }
}
