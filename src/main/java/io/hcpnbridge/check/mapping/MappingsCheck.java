package io.hcpnbridge.check.mapping;

import io.hcpnbridge.mapping.InterfaceMapping;
import io.hcpnbridge.mapping.SampleFiles;
import io.hcpnbridge.mapping.problem.MappingException;
import java.util.Collection;
import java.util.Set;

/** Everything that can be known about an interface before it is used. */
public final class MappingsCheck {
    private MappingsCheck() {}

    /** What is wrong in its files, all of it; none if nothing is. */
    public static Collection<MappingException> mistakes(InterfaceMapping mapping, SampleFiles samples) {
        Findings findings = new Findings(mapping);
        ReasonNames.check(mapping, findings);
        BothLanguages.check(mapping, findings);
        RoomForValues.check(mapping, findings);
        RecordNames.check(mapping, findings);
        RecordedAnswers.check(mapping, samples, findings);
        PulledColumns.check(mapping, findings);
        Set<String> given = EveryColumn.check(mapping, Samples.check(mapping, samples, findings), findings);
        GivenColumns.check(mapping, given, findings);
        CalledApis.check(mapping, given, findings);
        return findings.all();
    }
}
