package io.hcpnbridge.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever follows the commands at the top of an example has made every Secret that it names, with every key. */
class SecretCommandsTest {
    private static final Pattern COMMAND =
            Pattern.compile("kubectl[^\\n]* create secret (?:generic|tls) ([\\w.-]+)([^\\n]*)");
    private static final Pattern KEY = Pattern.compile("--from-(?:literal|file)[= ]'?([\\w.-]+)=");

    static Stream<Situation> examples() {
        return Situation.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCommandsMakeWhatIsMounted(Situation example) {
        var made = made(example);
        assertThat(MountedSecrets.of(example.manifests().adapter()).stream()
                        .map(key -> key.secret() + "/" + key.key())
                        .filter(key -> !brought(example.manifests()).contains(key.split("/", 2)[0])))
                .isSubsetOf(made);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCommandsMakeNothingThatNobodyReads(Situation example) {
        var read = MountedSecrets.of(example.manifests().adapter()).stream()
                .map(key -> key.secret() + "/" + key.key())
                .collect(Collectors.toSet());
        var monitor = example.value("/monitor/secret");
        read.add(monitor.path("name").asText() + "/"
                + monitor.path("usernameKey").asText());
        example.manifests().all("Cluster").stream()
                .flatMap(cluster -> cluster.tree().findValues("s3Credentials").stream())
                .flatMap(Pod::elements)
                .forEach(key -> read.add(
                        key.path("name").asText() + "/" + key.path("key").asText()));
        assertThat(made(example)).isSubsetOf(read);
    }

    /** Secrets that operators make: of the database cluster, and from a store. */
    private static Set<String> brought(Manifests manifests) {
        var names = manifests.all("ExternalSecret").stream()
                .map(external -> external.at("/spec/target/name").asText(external.name()))
                .collect(Collectors.toCollection(HashSet::new));
        manifests.all("Cluster").forEach(cluster -> Stream.of("-app", "-ca", "-superuser")
                .forEach(suffix -> names.add(cluster.name() + suffix)));
        return names;
    }

    private static Set<String> made(Situation example) {
        var text = String.join("\n", example.values())
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n"))
                .replaceAll("\\\\\\n\\s*", " ");
        return COMMAND.matcher(text)
                .results()
                .flatMap(command ->
                        KEY.matcher(command.group(2)).results().map(key -> command.group(1) + "/" + key.group(1)))
                .collect(Collectors.toSet());
    }
}
