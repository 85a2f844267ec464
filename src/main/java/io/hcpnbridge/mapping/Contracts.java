package io.hcpnbridge.mapping;

import io.hcpnbridge.mapping.definition.InterfaceDefinition;

/**
 * What is checked of one interface.
 *
 * @param record of the ERP: what its columns allow, and what they must agree on
 * @param answer what one call may add to it
 * @param availability where and to whom the interface is offered
 */
record Contracts(RecordContract record, Contract answer, Reasons availability) {
    static Contracts of(String file, InterfaceDefinition definition, Reasons rules, Reasons availability) {
        return new Contracts(
                new RecordContract(Contract.ofRecords(file, definition.recordSchema()), rules),
                Contract.of(file, definition.answerSchema()),
                availability);
    }
}
