package io.hcpnbridge.ledger;

import io.hcpnbridge.text.Words;
import java.util.UUID;

/**
 * What is kept of a call.
 *
 * @param token of the call; null if there is none
 * @param received null if no answer came, or none has yet
 * @param finding why the gateway has refused the signature; null if it has not
 */
public record KeptExchange(UUID token, KeptMessage sent, KeptMessage received, Words finding) {}
