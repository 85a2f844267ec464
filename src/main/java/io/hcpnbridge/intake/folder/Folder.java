package io.hcpnbridge.intake.folder;

import io.hcpnbridge.erp.ErpProperties;

/**
 * One interface's folder, and those of the adapter's own below it.
 *
 * @param route that takes its files in
 * @param path below the login's home
 */
public record Folder(String route, String interfaceName, String path) {
    static Folder of(ErpProperties erp, String route, String interfaceName) {
        return new Folder(route, interfaceName, path(erp, interfaceName));
    }

    static String path(ErpProperties erp, String interfaceName) {
        return erp.sftp().inboundDirectory() + "/" + interfaceName;
    }

    static String taking(String path) {
        return path + "/.taking";
    }

    String taking() {
        return taking(path);
    }

    String file(String name) {
        return path + "/" + name;
    }
}
