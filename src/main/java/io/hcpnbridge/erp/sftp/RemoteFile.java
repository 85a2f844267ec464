package io.hcpnbridge.erp.sftp;

/**
 * What an SFTP server tells of an entry of a folder.
 *
 * @param name as {@link ServerNames} writes it: one character for each byte
 * @param modified in seconds of the server's clock
 */
public record RemoteFile(String name, Kind kind, long size, long modified) {
    /** What an entry is. Links are not followed. */
    public enum Kind {
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    public boolean isFile() {
        return kind == Kind.FILE;
    }

    /** Whether it still looks as it did. */
    public boolean looksLike(RemoteFile other) {
        return size == other.size && modified == other.modified;
    }
}
