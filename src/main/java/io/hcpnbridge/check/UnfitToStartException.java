package io.hcpnbridge.check;

import java.util.List;

/** Mappings and routes with which nothing must be begun. The message has one line for each problem. */
final class UnfitToStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitToStartException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
