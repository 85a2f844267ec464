package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** Lists files under other names than their own, as a broken or hostile server does. */
public final class LyingNames implements SftpFileSystemAccessor {
    private final Map<String, String> told = new ConcurrentHashMap<>();

    /** From now on lists the file under that name, whatever it contains. */
    public void tell(String realName, String toldName) {
        told.put(realName, toldName);
    }

    /** Ends all lies. */
    public void stop() {
        told.clear();
    }

    @Override
    public void putRemoteFileName(
            SftpSubsystemProxy subsystem, Path path, Buffer buffer, String name, boolean isShortName)
            throws IOException {
        var lie = isShortName ? told.get(name) : null;
        SftpFileSystemAccessor.super.putRemoteFileName(subsystem, path, buffer, lie == null ? name : lie, isShortName);
    }
}
