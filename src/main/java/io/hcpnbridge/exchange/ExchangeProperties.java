package io.hcpnbridge.exchange;

import io.hcpnbridge.config.Faults;
import io.hcpnbridge.partner.ReceivedAnswer;
import io.hcpnbridge.secret.SecretSetting;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.lang.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What is kept of requests and answers ({@code exchange.*}).
 *
 * @param keyFile the keys, see {@link ExchangeKeys}; null: nothing but what is known to be harmless is kept
 * @param longestBody of a longer body only so much is kept
 */
@ConfigurationProperties("exchange")
record ExchangeProperties(@Nullable String keyFile, @DefaultValue("64KB") DataSize longestBody) {
    private static final String KEY_FILE = "exchange.key-file";

    ExchangeProperties {
        keyFile = keyFile == null || keyFile.isBlank() ? null : keyFile.strip();
        var faults = new Faults("exchange.");
        faults.require(isPath(keyFile), "key-file", "is no path of a file");
        faults.require(
                longestBody.toBytes() >= 0 && longestBody.toBytes() <= ReceivedAnswer.MOST,
                "longest-body",
                "must be 0 to 1MB");
        faults.throwAny();
    }

    /** What {@link io.hcpnbridge.secret.SecretWatch} reads. */
    SecretSetting keys() {
        return SecretSetting.ofFile(KEY_FILE, keyFile == null ? null : Path.of(keyFile), ExchangeKeys.RULE);
    }

    int longest() {
        return (int) longestBody.toBytes();
    }

    private static boolean isPath(String file) {
        try {
            return file == null || Path.of(file).getNameCount() > 0;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
