package io.hcpnbridge.tryout;

import java.util.List;

/**
 * What came of one file, of one of its documents, or of one interface's mappings.
 *
 * @param what its path
 * @param problems none if it is all right
 */
record Tried(String what, List<String> problems) {}
