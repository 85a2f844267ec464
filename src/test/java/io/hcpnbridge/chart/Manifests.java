package io.hcpnbridge.chart;

import java.util.List;

/** Everything that a release puts into its namespace, hooks included. */
public record Manifests(List<Manifest> all) {
    static Manifests parse(String yaml) {
        return new Manifests(Yaml.all(yaml).stream().map(Manifest::new).toList());
    }

    public List<Manifest> all(String kind) {
        return all.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
    }

    /** The only one of its kind. */
    public Manifest one(String kind) {
        var found = all(kind);
        if (found.size() != 1) {
            throw new IllegalStateException("Not one " + kind + " but " + found);
        }
        return found.get(0);
    }

    boolean has(String kind) {
        return !all(kind).isEmpty();
    }

    Manifest named(String kind, String name) {
        return all(kind).stream()
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + kind + "/" + name + " in " + all));
    }

    /** The pod of the adapter itself. */
    Pod adapter() {
        return one("Deployment").pod().orElseThrow();
    }

    /** The pods of all workloads, hooks included. */
    List<Pod> pods() {
        return all.stream().flatMap(manifest -> manifest.pod().stream()).toList();
    }
}
