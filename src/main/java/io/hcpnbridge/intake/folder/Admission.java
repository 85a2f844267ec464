package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.FileNameRule;
import io.hcpnbridge.erp.sftp.RemoteFile;
import io.hcpnbridge.erp.sftp.ServerNames;
import io.hcpnbridge.text.Printable;
import io.hcpnbridge.text.Words;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether a file is let in by its name, and under which name it is answered. */
@Component
class Admission {
    private static final Set<String> STILL_WRITTEN = Set.of(".tmp", ".part", ".filepart");

    private final ServerNames names;
    private final ReadableNames readable;

    Admission(ServerNames names, ReadableNames readable) {
        this.names = names;
        this.readable = readable;
    }

    /**
     * What a name means.
     *
     * @param name under which the file is answered
     * @param rule that its own name breaks; null if it is let in
     */
    record Admitted(String name, Words rule) {}

    /** Whether it is a file that somebody has finished writing, as far as its name says. */
    boolean isOffered(RemoteFile file) {
        var lower = file.name().toLowerCase(Locale.ROOT);
        return file.isFile() && !lower.startsWith(".") && STILL_WRITTEN.stream().noneMatch(lower::endsWith);
    }

    /** Whether a path can be made of the name: a server may list what leads elsewhere (CVE-2026-79983 of camel-ftp). */
    boolean isSegment(RemoteFile file) {
        return !file.name().isEmpty()
                && file.name().indexOf('/') < 0
                && file.name().indexOf('\0') < 0;
    }

    Admitted admit(RemoteFile file) {
        var read = names.read(file.name());
        if (read.isEmpty()) {
            var shown = readable.of(file.name());
            return new Admitted(
                    shown,
                    Words.of(
                            "name '%s' is not in charset %s",
                            "文件名“%s”不是 %s 字符集", Printable.of(shown), names.charset()));
        }
        return FileNameRule.brokenBy(read.get())
                .map(rule -> new Admitted(
                        readable.of(file.name()),
                        Words.of("name '%s' %s", "文件名“%s”%s", Printable.of(read.get()), rule)))
                .orElseGet(() -> new Admitted(read.get(), null));
    }
}
