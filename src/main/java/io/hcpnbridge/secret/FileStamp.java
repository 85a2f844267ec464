package io.hcpnbridge.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Tells one state of a file from another, without its content.
 *
 * @param place where it really lies, behind all symbolic links; null if there is no file
 */
record FileStamp(Path place, Object key, FileTime modified, long size) {
    private static final FileStamp NONE = new FileStamp(null, null, null, 0);

    static FileStamp of(Path file) {
        try {
            var place = file.toRealPath();
            var attributes = Files.readAttributes(place, BasicFileAttributes.class);
            return new FileStamp(place, attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Its folder; null if there is no file. */
    Path folder() {
        return place == null ? null : place.getParent();
    }
}
