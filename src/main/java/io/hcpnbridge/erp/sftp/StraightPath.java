package io.hcpnbridge.erp.sftp;

import java.io.IOException;

/** Paths on which no link lies: whoever may make links in a folder of its own must not lead the adapter into another's. */
public final class StraightPath {
    private StraightPath() {}

    /**
     * Looks at a folder and everything above it, as far as it is there.
     *
     * @throws ServerRefusal if something of it is no folder
     */
    public static void require(ErpConnection connection, String path) throws IOException {
        for (var end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            var there = connection.look(end < 0 ? path : path.substring(0, end));
            if (there.isPresent() && there.get().kind() != RemoteFile.Kind.FOLDER) {
                throw new ServerRefusal("leads through what is no folder, and is left alone");
            }
            if (there.isEmpty() || end < 0) {
                return;
            }
        }
    }
}
