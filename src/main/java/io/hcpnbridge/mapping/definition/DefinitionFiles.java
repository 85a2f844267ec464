package io.hcpnbridge.mapping.definition;

/** The files that an interface is defined in. */
public interface DefinitionFiles {
    /**
     * The content of a file.
     *
     * @param name {@code interface.yaml}, {@code shared/types.yaml} and so on
     * @throws io.hcpnbridge.mapping.problem.MappingException if there is no such file
     */
    byte[] required(String name);

    /** Its path below {@code mappings/}, for messages. */
    String path(String name);
}
