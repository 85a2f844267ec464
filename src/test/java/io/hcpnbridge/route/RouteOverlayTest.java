package io.hcpnbridge.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hcpnbridge.rehearsal.ConfigMapMount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of routes out of several places: for every name the first pattern that finds it wins. */
class RouteOverlayTest {
    @TempDir
    private Path folder;

    private Path packed;
    private Path outside;

    @BeforeEach
    void pack() throws IOException {
        packed = Files.createDirectories(folder.resolve("packed"));
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(packed.resolve("orders.camel.yaml"), "packed orders");
        Files.writeString(packed.resolve("work.camel.yaml"), "packed work");
        Files.writeString(packed.resolve("README.md"), "no routes");
    }

    @Test
    void anOverridingFileReplacesThePackedOneAndTheOthersStay() throws IOException {
        Files.writeString(outside.resolve("orders.camel.yaml"), "other orders");
        Files.writeString(outside.resolve("more.camel.yaml"), "more");

        var routes = new RouteFiles(in(outside) + " , " + in(packed));

        assertThat(routes.files().keySet()).containsExactly("more.camel.yaml", "orders.camel.yaml", "work.camel.yaml");
        assertThat(content(routes, "orders.camel.yaml")).isEqualTo("other orders");
        assertThat(content(routes, "work.camel.yaml")).isEqualTo("packed work");
        assertThat(routes.fromOutside()).containsOnlyKeys("more.camel.yaml", "orders.camel.yaml");
        assertThat(routes.fromOutside().get("orders.camel.yaml")).endsWith("outside/orders.camel.yaml");
    }

    @Test
    void aConfigMapOfKubernetesReplacesByName() {
        var mount = new ConfigMapMount(outside).publish(Map.of("orders.camel.yaml", "first"));
        assertThat(content(new RouteFiles(in(outside) + "," + in(packed)), "orders.camel.yaml"))
                .isEqualTo("first");

        mount.publish(Map.of("orders.camel.yaml", "second"));

        assertThat(content(new RouteFiles(in(outside) + "," + in(packed)), "orders.camel.yaml"))
                .isEqualTo("second");
        var everywhere = outside.toUri() + "**/*.camel.yaml";
        assertThat(content(new RouteFiles(everywhere), "orders.camel.yaml")).isEqualTo("second");
    }

    @Test
    void whatWasReadIsWhatIsUsed() throws IOException {
        Files.writeString(outside.resolve("orders.camel.yaml"), "checked");
        var routes = new RouteFiles(in(outside));

        Files.writeString(outside.resolve("orders.camel.yaml"), "changed meanwhile");

        assertThat(content(routes, "orders.camel.yaml")).isEqualTo("checked");
    }

    @Test
    void filesInAJarAreFound() throws IOException {
        var jar = folder.resolve("routes.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("routes/"));
            out.putNextEntry(new JarEntry("routes/work.camel.yaml"));
            out.write("in a jar".getBytes(StandardCharsets.UTF_8));
        }

        var routes = new RouteFiles(in(packed) + ",jar:" + jar.toUri() + "!/routes/*.camel.yaml");

        assertThat(content(routes, "work.camel.yaml")).isEqualTo("packed work");
        assertThat(content(new RouteFiles("jar:" + jar.toUri() + "!/routes/*.camel.yaml"), "work.camel.yaml"))
                .isEqualTo("in a jar");
    }

    @Test
    void aPatternThatFindsNothingIsNamed() {
        assertThatThrownBy(() -> new RouteFiles(in(outside) + "," + in(packed)))
                .isInstanceOf(BrokenRoutesException.class)
                .hasMessage("routes/: " + in(outside) + " finds no file, set bridge.routes");
        assertThatThrownBy(() -> new RouteFiles("classpath:no/such/folder/*.camel.yaml"))
                .hasMessageContaining("classpath:no/such/folder/*.camel.yaml finds no file");
        assertThatThrownBy(() -> new RouteFiles("")).hasMessageContaining("set bridge.routes");
    }

    @Test
    void twoFilesOfOneNameUnderOnePatternAreAmbiguous() throws IOException {
        Files.writeString(outside.resolve("orders.camel.yaml"), "other orders");

        assertThatThrownBy(() -> new RouteFiles(folder.toUri() + "**/*.camel.yaml"))
                .isInstanceOf(BrokenRoutesException.class)
                .hasMessageContaining("routes/orders.camel.yaml: is found twice by ");
    }

    @Test
    void aFileThatIsNotNamedLikeRoutesIsNoRoute() throws IOException {
        Files.writeString(outside.resolve("orders.yaml"), "orders");
        Files.writeString(outside.resolve("orders.camel.yaml~"), "of an editor");

        assertThatThrownBy(() -> new RouteFiles(outside.toUri() + "*"))
                .isInstanceOf(BrokenRoutesException.class)
                .hasMessage("routes/orders.yaml: a file of routes is named like orders.camel.yaml");
    }

    @Test
    void aFileOfTwoMegabytesIsRefused() throws IOException {
        Files.write(outside.resolve("orders.camel.yaml"), new byte[2_000_000]);

        assertThatThrownBy(() -> new RouteFiles(in(outside)))
                .isInstanceOf(BrokenRoutesException.class)
                .hasMessage("routes/orders.camel.yaml: is larger than 1048576 bytes");
    }

    private static String in(Path folder) {
        return folder.toUri() + "*.camel.yaml";
    }

    private static String content(RouteFiles routes, String name) {
        return new String(routes.files().get(name).content(), StandardCharsets.UTF_8);
    }
}
