package io.hcpnbridge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.intake.rules.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    Path parent;

    @Test
    void nobodyElseCanReadWhatIsTakenInFromItsFirstByteOn() throws IOException {
        var spool = new Spool(parent);
        var seen = new ArrayList<String>();
        var content = new ByteArrayInputStream("H1\r\n".getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                seen.addAll(permissions());
                return super.read(bytes, from, length);
            }
        };

        try (var file = spool.take(content)) {
            assertThat(file.path()).hasContent("H1\r\n");
            assertThat(file.size()).isEqualTo(4);
            assertThat(file.contentHash()).isEqualTo(ContentHash.of("H1\r\n"));
        }

        assertThat(seen).isNotEmpty().containsOnly("rwx------", "rw-------");
        spool.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatCouldNotBeReadToItsEndIsNotKept() throws IOException {
        var spool = new Spool(parent);
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        };

        assertThatThrownBy(() -> spool.take(broken)).isInstanceOf(IOException.class);

        assertThat(batches()).isEmpty();
        spool.close();
    }

    @Test
    void aStartDeletesWhatADeadProcessHasLeftAndNothingOfALivingOne() throws IOException {
        var dead = Files.createDirectory(parent.resolve("hcpn-erp-bridge-spool-1"));
        Files.createFile(dead.resolve("lock"));
        Files.writeString(dead.resolve("5.in"), "half a batch");
        var foreign = Files.writeString(parent.resolve("other"), "of another program");
        var living = new Spool(parent);
        var file = living.take(new ByteArrayInputStream("H".getBytes(UTF_8)));
        var started = new Spool(parent);

        started.sweep();

        assertThat(dead).doesNotExist();
        assertThat(file.path()).exists();
        assertThat(foreign).exists();
        started.close();
        living.close();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        var elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("lock"));
        Files.createSymbolicLink(parent.resolve("hcpn-erp-bridge-spool-2"), elsewhere);
        var started = new Spool(parent);

        started.sweep();

        assertThat(elsewhere.resolve("lock")).exists();
        started.close();
    }

    private List<String> permissions() {
        try (var all = Files.walk(parent)) {
            return all.filter(path -> !path.equals(parent))
                    .filter(path -> !path.endsWith("lock"))
                    .map(SpoolTest::permissions)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> batches() throws IOException {
        try (var all = Files.walk(parent)) {
            return all.filter(path -> path.toString().endsWith(".in")).toList();
        }
    }
}
