package io.hcpnbridge.campaign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hcpnbridge.rehearsal.OpenSsh;
import io.hcpnbridge.rehearsal.SmallDisc;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The way to the ERP's files breaks, is slow, lets few in or none; files move away under the reader; the disc is full or read-only. */
@Tag("slow")
@Tag("campaign")
class SftpTest {
    private static final int STRIKES = Size.of("strikes-at-sftp", 150, 3);
    private static final int RECORDS_PER_STRIKE = Size.of("records-per-sftp-strike", 80, 40);
    private static final Duration LASTING = Duration.ofSeconds(Size.of("seconds-of-sftp-strike", 5, 3));
    private static final List<Blow> BLOWS = List.of(
            Blow.BREAK_SFTP,
            Blow.FULL_DISC,
            Blow.READ_ONLY_DISC,
            Blow.RENAMED_FILES,
            Blow.SLOW_SFTP,
            Blow.FEW_LOGINS,
            Blow.STOP_SFTP);

    @Test
    void anEmbeddedServerFails() throws Exception {
        assumeTrue(SmallDisc.isPossible(), "root may mount");
        Part.findsNothing(plan("sftp-embedded", Size.SEED));
    }

    @Test
    void openSshFails() throws Exception {
        assumeTrue(OpenSsh.isInstalled() && SmallDisc.isPossible(), "OpenSSH is installed, and root may mount");
        Part.findsNothing(plan("sftp-openssh", Size.SEED + 3).atOpenSsh());
    }

    private static Plan plan(String part, long seed) {
        var records = RECORDS_PER_STRIKE * (STRIKES + 1);
        return Plan.of(part, seed, records / 2, records / 2).strikes(STRIKES, BLOWS, LASTING);
    }
}
