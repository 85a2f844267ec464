package io.hcpnbridge.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A batch all of whose records are final or taken by the partner, or that was refused.
 *
 * @param tenant null if the file was refused before its tenant was known
 * @param form in which it came and is answered, {@code file} or {@code message}
 * @param edition of the answer that is to be composed
 * @param fileName the first name under which it came
 * @param header what the ERP's header said
 */
public record AnswerableBatch(
        long id,
        int edition,
        String interfaceName,
        String fileName,
        String tenant,
        String mappingVersion,
        String form,
        ObjectNode header,
        boolean refused) {}
