package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.ErpTenants;

/**
 * One interface's folder, and those of the adapter's own below it.
 *
 * @param route that takes its files in
 * @param owner the tenant whose own it is; null: tenants share it
 * @param path below the login's home
 */
public record Folder(String route, String owner, String interfaceName, String path) {
    static Folder of(ErpTenants tenants, String route, String owner, String interfaceName) {
        return new Folder(route, owner, interfaceName, path(tenants, owner, interfaceName));
    }

    static String path(ErpTenants tenants, String owner, String interfaceName) {
        return tenants.inbound(owner) + "/" + interfaceName;
    }

    /** By which name replicas take turns with it, and people are told of it. */
    public String turn() {
        return owner == null ? route : route + " of " + owner;
    }

    static String taking(String path) {
        return path + "/.taking";
    }

    String taking() {
        return taking(path);
    }

    /** Where its files lie once they are taken in. */
    public String done() {
        return path + "/.done";
    }

    String parent() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    String file(String name) {
        return path + "/" + name;
    }
}
