package io.hcpnbridge.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** In a process of its own, as it ends. */
class MemoryGuardTest {
    @ParameterizedTest
    @CsvSource({"thread, 3", "log, 3", "other, 0"})
    void theProcessEndsWithItsMemory(String where, int exit) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Hungry.class.getName(),
                        where)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(exit);
    }

    static final class Hungry {
        public static void main(String... where) throws InterruptedException {
            MemoryGuard.install();
            var thread = new Thread(() -> fail(where[0]));
            thread.start();
            thread.join();
            System.exit(0);
        }

        private static void fail(String where) {
            if ("other".equals(where)) {
                throw new IllegalStateException("no matter of memory");
            }
            try {
                LoggerFactory.getLogger(Hungry.class).info("{}", new long[Integer.MAX_VALUE / 8].length);
            } catch (OutOfMemoryError e) {
                if ("thread".equals(where)) {
                    throw e;
                }
                LoggerFactory.getLogger(Hungry.class).warn("caught", new IllegalStateException(e));
            }
        }
    }
}
