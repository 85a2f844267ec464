package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.partner.Judgement;

/**
 * A judgement and what a mapping may see of the answer.
 *
 * @param body null unless the verdict is success or refused: a gateway's error may echo the signed request
 */
record Judged(Judgement judgement, JsonNode body) {}
