package io.hcpnbridge.ledger;

/**
 * What was sent or received, in the form in which it is kept.
 *
 * @param content means nothing to the ledger; do not change it
 * @param keyId of the key that it is encrypted with; null if it is not
 * @param cutFrom how many bytes the body had, if not all of them are kept; else null
 */
public record KeptMessage(byte[] content, String keyId, Integer cutFrom) {
    /** Without the content. */
    @Override
    public String toString() {
        return "KeptMessage[" + content.length + " bytes, key " + keyId + "]";
    }
}
