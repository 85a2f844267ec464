package io.hcpnbridge.rehearsal;

import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Folders of an SFTP server to which and from which nothing can be moved, as without the right to write there. */
public final class ForbiddenChanges implements SftpEventListener {
    private final Set<String> folders = ConcurrentHashMap.newKeySet();

    /** From now on nothing is moved where this is part of the path. */
    public void forbid(String part) {
        folders.add(part);
    }

    /** Ends that. */
    public void allow() {
        folders.clear();
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
            throws AccessDeniedException {
        check(from, to);
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symLink) throws AccessDeniedException {
        check(source, target);
    }

    private void check(Path from, Path to) throws AccessDeniedException {
        for (var part : folders) {
            if (from.toString().contains(part) || to.toString().contains(part)) {
                throw new AccessDeniedException(part);
            }
        }
    }
}
