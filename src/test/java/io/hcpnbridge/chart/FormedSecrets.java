package io.hcpnbridge.chart;

import io.hcpnbridge.standin.signon.Certified;
import io.hcpnbridge.standin.signon.PartnerCloud;
import java.util.HashMap;
import java.util.Map;

/** What stands in Secrets where any text would not do, new with every start. */
final class FormedSecrets {
    private static final Certified SIGN_ON = Certified.of("sso.example.com");

    private FormedSecrets() {}

    /** Contents by the setting that reads the file. */
    static Map<String, String> bySetting() {
        var contents = new HashMap<>(SshKeys.bySetting());
        contents.putAll(ofSignOn());
        return contents;
    }

    static Map<String, String> ofSignOn() {
        return Map.of(
                "sign-on.key-file", SIGN_ON.keyPem(),
                "sign-on.certificate-file", SIGN_ON.certificatePem(),
                "sign-on.other-certificate-file", SIGN_ON.certificatePem(),
                "sign-on.partner-metadata-file", new PartnerCloud("https://auth.example.com", SIGN_ON).metadata());
    }
}
