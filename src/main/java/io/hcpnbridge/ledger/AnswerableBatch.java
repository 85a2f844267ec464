package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A batch all of whose records are final, or that was refused.
 *
 * @param tenant null if the file was refused before its tenant was known
 * @param fileName the first name under which it came
 * @param header what the ERP's header said
 */
public record AnswerableBatch(
        long id,
        String interfaceName,
        String fileName,
        String tenant,
        String mappingVersion,
        ObjectNode header,
        boolean refused) {}
