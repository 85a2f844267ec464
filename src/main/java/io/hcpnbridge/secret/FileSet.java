package io.hcpnbridge.secret;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the files of several settings held at one moment.
 *
 * @param contents in the order of the settings
 * @param folder where all of them really lay; null if they did not lie together
 */
record FileSet(List<FileContent> contents, Path folder) {
    private static final int ATTEMPTS = 3;

    /**
     * Reads them. They were all there together, since none of them changed between a look at all before and a look at all after.
     *
     * @return empty if they change too fast
     */
    static Optional<FileSet> read(List<SecretSetting> settings) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = stamps(settings);
            var contents = settings.stream().map(FileContent::of).toList();
            if (before.equals(stamps(settings))) {
                return Optional.of(new FileSet(contents, commonFolder(before)));
            }
        }
        return Optional.empty();
    }

    boolean holdsTheSameAs(FileSet other) {
        return other != null && contents.equals(other.contents);
    }

    /** Whether no file holds what it held then. */
    boolean isAllNewSince(FileSet other) {
        return IntStream.range(0, contents.size())
                .noneMatch(n -> contents.get(n).equals(other.contents.get(n)));
    }

    /** Whether all of them came at once, in a folder that was put in the place of another, as Kubernetes does it. */
    boolean wasSwappedFor(FileSet other) {
        return folder != null && other.folder != null && !folder.equals(other.folder);
    }

    boolean isUsable() {
        return contents.stream().allMatch(FileContent::isUsable);
    }

    private static List<FileStamp> stamps(List<SecretSetting> settings) {
        return settings.stream().map(setting -> FileStamp.of(setting.file())).toList();
    }

    private static Path commonFolder(List<FileStamp> stamps) {
        var first = stamps.get(0).folder();
        return stamps.stream().allMatch(stamp -> Objects.equals(first, stamp.folder())) ? first : null;
    }
}
