package io.hcpnbridge.desk.api;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Why somebody does something.
 *
 * @param reason 1 to 2,000 characters
 */
record Reason(String reason) {
    static final int LONGEST = 2_000;

    @JsonCreator
    Reason {
        reason = checked(reason);
    }

    /** Without blanks around it. */
    static String checked(String written) {
        var text = written == null ? "" : written.strip();
        Permission.require(!text.isEmpty() && text.length() <= LONGEST, "reason must be 1 to 2,000 characters");
        return text;
    }
}
