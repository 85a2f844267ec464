package io.hcpnbridge.mapping.format;

import io.hcpnbridge.text.Words;
import java.util.Optional;

/** Takes the records of one file as they are cut out of it, one after the other. */
interface RecordSink {
    /**
     * A record that could be cut.
     *
     * @param text what of it is shown to people
     * @param whole whether nothing was reported about it so far
     */
    void read(long number, Optional<RecordLayout> kind, RawRecord raw, String text, boolean whole);

    /** A record that could not be cut. */
    void unreadable(long number, Optional<RecordLayout> kind, String text, Words rule);

    void problem(long number, String field, String value, Words rule);

    /** The file may end before its end, behind that record. */
    void mayBeCutOff(long number);

    void end();
}
