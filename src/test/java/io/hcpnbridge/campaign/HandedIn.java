package io.hcpnbridge.campaign;

import java.util.List;

/**
 * A file or a message that the ERP has handed in.
 *
 * @param name of the file, or the message's id
 */
record HandedIn(Document.Interface kind, String name, boolean file, byte[] content, List<Document> documents) {}
