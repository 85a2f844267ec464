package io.hcpnbridge.standin.state;

/**
 * Access key and secret key.
 *
 * @param securityToken null for lasting keys
 */
public record Keys(String accessKey, String secretKey, String securityToken) {

    /** Made-up lasting keys that differ per owner. */
    public static Keys madeUpFor(String owner) {
        return new Keys("AKFAKE-" + owner, "SecretOf-" + owner + "-0123456789abcdef", null);
    }

    /** The same pair as temporary keys. */
    public Keys withToken(String token) {
        return new Keys(accessKey, secretKey, token);
    }

    @Override
    public String toString() {
        return "Keys[" + accessKey + "]";
    }
}
