package io.hcpnbridge.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own in memory, which can be filled to its end and made read-only; needs root. */
public final class SmallDisc implements AutoCloseable {
    private final Path folder;

    private SmallDisc(Path folder) {
        this.folder = folder;
    }

    /** Whether somebody may mount one here. */
    public static boolean isPossible() {
        try {
            var probe = Files.createTempDirectory("disc-");
            var possible = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", probe.toString()) == 0;
            if (possible) {
                run("umount", probe.toString());
            }
            Files.delete(probe);
            return possible;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Over a folder, whose content is hidden by it. */
    public static SmallDisc over(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        demand("mount", "-t", "tmpfs", "-o", "mode=755,size=" + megabytes + "m", "tmpfs", folder.toString());
        return new SmallDisc(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Nothing more can be written. */
    public void fill() {
        run("dd", "if=/dev/zero", "of=" + ballast(), "bs=64k");
    }

    /** There is room again. */
    public void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever is open for writing would prevent it: such files are to be closed first. Says whether it became so. */
    public boolean onlyRead() {
        return run("mount", "-o", "remount,ro", folder.toString()) == 0;
    }

    public void write() {
        demand("mount", "-o", "remount,rw", folder.toString());
    }

    @Override
    public void close() {
        demand("umount", "-l", folder.toString());
    }

    private Path ballast() {
        return folder.resolve(".ballast");
    }

    private static void demand(String... command) {
        if (run(command) != 0) {
            throw new IllegalStateException(List.of(command) + " failed");
        }
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
