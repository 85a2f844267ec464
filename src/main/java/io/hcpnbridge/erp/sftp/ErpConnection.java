package io.hcpnbridge.erp.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.SftpProgressMonitor;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One connection to the ERP's SFTP server. Names in paths are those of {@link ServerNames}; what JSch takes for wildcards in them is
 * meant as it stands.
 */
public final class ErpConnection {
    private static final int TYPE_BITS = 0xF000;
    private static final int MOST_LISTINGS = 10;

    private final ChannelSftp channel;
    private final Clock clock = Clock.systemUTC();
    private volatile Instant progress = clock.instant();

    ErpConnection(ChannelSftp channel) {
        this.channel = channel;
    }

    private interface Action<T> {
        T run() throws SftpException;
    }

    /**
     * The entries of a folder, without {@code .} and {@code ..}. Some servers break a listing off with "no such file" when an entry is
     * taken away meanwhile; it is begun again then, while the folder itself is there.
     */
    public List<RemoteFile> list(String folder) throws IOException {
        for (int left = MOST_LISTINGS; ; left--) {
            try {
                return listOnce(folder);
            } catch (ServerRefusal refusal) {
                if (!refusal.isMissing() || left == 1 || look(folder).isEmpty()) {
                    throw refusal;
                }
            }
        }
    }

    private List<RemoteFile> listOnce(String folder) throws IOException {
        return attempt("cannot be listed", () -> {
            var entries = new ArrayList<RemoteFile>();
            channel.ls(literal(folder), entry -> {
                progress();
                if (!entry.getFilename().equals(".") && !entry.getFilename().equals("..")) {
                    entries.add(file(entry.getFilename(), entry.getAttrs()));
                }
                return ChannelSftp.LsEntrySelector.CONTINUE;
            });
            return entries;
        });
    }

    /** What stands at a path, links not followed. */
    public Optional<RemoteFile> look(String path) throws IOException {
        try {
            return Optional.of(attempt("cannot be looked at", () -> file(path, channel.lstat(literal(path)))));
        } catch (ServerRefusal refusal) {
            if (refusal.isMissing()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** The content of a file; to be closed before anything else is asked. */
    public InputStream read(String path) throws IOException {
        return new ReceivedContent(attempt("cannot be read", () -> channel.get(literal(path), new Progress())));
    }

    /** Writes a file, over one that stands there. */
    public void write(String path, InputStream content) throws IOException {
        try {
            attempt("cannot be written", () -> {
                channel.put(content, literal(path), new Progress(), ChannelSftp.OVERWRITE);
                return path;
            });
        } catch (ServerRefusal refusal) {
            // Answers to what was sent beyond the refusal are still to come, and would be taken for those to the next
            // question.
            close();
            throw refusal;
        }
    }

    /** Renames a file to a name that nothing else has or will have. */
    public void rename(String from, String to) throws IOException {
        attempt("cannot be renamed", () -> {
            channel.rename(literal(from), literal(to));
            return to;
        });
    }

    /**
     * Renames a file unless something stands there. A plain rename would replace it on servers with POSIX renames; those have hard
     * links too, which never do.
     *
     * @return false if something stands there
     */
    public boolean renameIfFree(String from, String to) throws IOException {
        if (look(to).isPresent()) {
            return false;
        }
        if (channel.getExtension("hardlink@openssh.com") == null) {
            rename(from, to);
            return true;
        }
        try {
            attempt("cannot be linked", () -> {
                channel.hardlink(literal(from), literal(to));
                return to;
            });
        } catch (ServerRefusal refusal) {
            if (look(to).isPresent()) {
                return false;
            }
            // No hard links on this file system.
            rename(from, to);
            return true;
        }
        remove(from);
        return true;
    }

    /** Deletes a file. */
    public void remove(String path) throws IOException {
        attempt("cannot be deleted", () -> {
            channel.rm(literal(path));
            return path;
        });
    }

    /** Makes a folder with all those above it; nothing happens if it is there. A link is none. */
    public void makeFolder(String path) throws IOException {
        var there = look(path);
        if (there.isPresent()) {
            if (there.get().kind() != RemoteFile.Kind.FOLDER) {
                throw new ServerRefusal("is no folder, and is left alone");
            }
            return;
        }
        var parent = path.lastIndexOf('/');
        if (parent > 0) {
            makeFolder(path.substring(0, parent));
        }
        try {
            attempt("cannot be made", () -> {
                channel.mkdir(path);
                return path;
            });
        } catch (ServerRefusal refusal) {
            if (look(path).isEmpty()) {
                throw refusal;
            }
        }
    }

    boolean isOpen() {
        return channel.isConnected();
    }

    Instant lastProgress() {
        return progress;
    }

    /** Marks the time: something is asked, or an answer has come. */
    void progress() {
        progress = clock.instant();
    }

    void close() {
        try {
            channel.getSession().disconnect();
        } catch (JSchException e) {
            channel.disconnect();
        }
    }

    private <T> T attempt(String action, Action<T> asked) throws IOException {
        progress();
        try {
            return asked.run();
        } catch (SftpException e) {
            if (e.getCause() != null || !channel.isConnected()) {
                throw new ServerTrouble("the connection broke", e);
            }
            throw new ServerRefusal(action, e);
        } finally {
            progress();
        }
    }

    private static RemoteFile file(String name, SftpATTRS attributes) {
        return new RemoteFile(name, kind(attributes), attributes.getSize(), attributes.getMTime());
    }

    private static RemoteFile.Kind kind(SftpATTRS attributes) {
        if (attributes.isDir()) {
            return RemoteFile.Kind.FOLDER;
        }
        if (attributes.isLink()) {
            return RemoteFile.Kind.LINK;
        }
        // Some servers tell permissions without a type, of pipes and devices too; those never have a size.
        var untold = (attributes.getPermissions() & TYPE_BITS) == 0 && attributes.getSize() > 0;
        return attributes.isReg() || untold ? RemoteFile.Kind.FILE : RemoteFile.Kind.OTHER;
    }

    private static String literal(String path) {
        return path.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }

    private final class Progress implements SftpProgressMonitor {
        @Override
        public void init(int operation, String source, String target, long size) {
            progress();
        }

        @Override
        public boolean count(long bytes) {
            progress();
            return true;
        }

        @Override
        public void end() {
            progress();
        }
    }
}
