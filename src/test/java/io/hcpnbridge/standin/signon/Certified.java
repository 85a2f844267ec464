package io.hcpnbridge.standin.signon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** An RSA key with a certificate of its own, made by the JDK's keytool. */
public record Certified(PrivateKey key, X509Certificate certificate) {
    private static final String PASSWORD = "only-for-this-file";

    public static Certified of(String name) {
        return of(name, 2048);
    }

    public static Certified of(String name, int bits) {
        try {
            var folder = Files.createTempDirectory("certified");
            var store = folder.resolve("store.p12");
            var made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "key",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            String.valueOf(bits),
                            "-dname",
                            "CN=" + name,
                            "-validity",
                            "3650",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            PASSWORD)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (made.waitFor() != 0) {
                throw new IllegalStateException("keytool has made no key");
            }
            var read = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            Files.delete(store);
            Files.delete(folder);
            return new Certified((PrivateKey) read.getKey("key", PASSWORD.toCharArray()), (X509Certificate)
                    read.getCertificate("key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    public String certificatePem() {
        return pem("CERTIFICATE", encoded());
    }

    public String certificateBase64() {
        return Base64.getEncoder().encodeToString(encoded());
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %s-----%n%s%n-----END %1$s-----%n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content));
    }
}
