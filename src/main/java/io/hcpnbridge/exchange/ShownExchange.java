package io.hcpnbridge.exchange;

import io.hcpnbridge.text.Words;
import java.util.Optional;

/**
 * What was sent with an attempt, and received.
 *
 * @param response empty if no answer came, or none has yet
 * @param finding why the gateway has refused the signature; empty if it has not
 */
public record ShownExchange(ShownMessage request, Optional<ShownMessage> response, Optional<Words> finding) {}
