package io.hcpnbridge.tryout;

import java.nio.file.Path;
import java.util.List;

/**
 * What shall be tried, and how.
 *
 * @param paths files and folders
 * @param interfaceName whose files they are; empty: they tell
 * @param report where JUnit's XML is written; null: nowhere
 * @param shown how many documents of a file are shown one by one
 * @param mappings as {@code bridge.mappings}
 * @param limits of what the adapter takes in
 * @param partner who asks
 */
record Wish(
        List<Path> paths,
        String interfaceName,
        Path report,
        int shown,
        String mappings,
        Limits limits,
        PartnerFacts partner) {
    static final String SETTING = "bridge.try";
    static final String INTERFACE = SETTING + "-interface";
    static final String REPORT = SETTING + "-report";
    static final String DOCUMENTS = SETTING + "-documents";

    /**
     * @param fileBytes {@code erp.max-file-size}
     * @param messageBytes {@code erp.queue.max-message-size}
     * @param messageRecords {@code erp.queue.max-records}
     * @param problems {@code bridge.intake.max-problems}
     */
    record Limits(long fileBytes, long messageBytes, int messageRecords, int problems) {}
}
