package io.hcpnbridge.erp;

import io.hcpnbridge.config.Faults;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which folders on the ERP's server may be given to the adapter: each for one purpose, and for one tenant or for all. */
final class FolderRules {
    private static final Pattern RELATIVE =
            Pattern.compile("(?!\\.{1,2}(?:/|$))[\\w.-]+(?:/(?!\\.{1,2}(?:/|$))[\\w.-]+)*");

    private FolderRules() {}

    static void requireRelative(String folder, String property, Faults faults) {
        faults.require(isRelative(folder), property, "must be a folder below the login's home, such as erp/in");
    }

    /** Neither is in the other. Some servers do not tell upper from lower case. */
    static boolean areApart(String folder, String other) {
        var one = folder.toLowerCase(Locale.ROOT) + "/";
        var two = other.toLowerCase(Locale.ROOT) + "/";
        return !one.startsWith(two) && !two.startsWith(one);
    }

    /** Whoever sees one of a tenant's folders must see nothing of another's. */
    static void requireApart(ErpProperties.Sftp shared, Map<String, TenantPlaces> tenants, Faults faults) {
        var before = new LinkedHashMap<String, String>();
        if (shared != null) {
            before.put("erp.sftp.inbound-directory", shared.inboundDirectory());
            before.put("erp.sftp.outbound-directory", shared.outboundDirectory());
        }
        tenants.forEach((name, places) -> {
            if (places.hasFolders()) {
                var property = "erp.tenants." + name + ".sftp.";
                add(property + "inbound-directory", places.sftp().inboundDirectory(), before, faults);
                add(property + "outbound-directory", places.sftp().outboundDirectory(), before, faults);
            }
        });
    }

    private static void add(String property, String folder, Map<String, String> before, Faults faults) {
        if (!isRelative(folder)) {
            return;
        }
        before.forEach((other, taken) -> faults.require(
                areApart(folder, taken), property, "must be apart from " + other + ": neither in it nor around it"));
        before.put(property, folder);
    }

    private static boolean isRelative(String folder) {
        return folder != null
                && !folder.contains("..")
                && RELATIVE.matcher(folder).matches();
    }
}
