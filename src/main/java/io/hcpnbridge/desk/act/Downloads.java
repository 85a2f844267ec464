package io.hcpnbridge.desk.act;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has fetched what tells of persons. */
@Service
public class Downloads {
    private final Audit audit;

    Downloads(Audit audit) {
        this.audit = audit;
    }

    /** @param what such as {@code answer of batch 42} */
    @Transactional
    public void fetched(Person person, String tenant, String interfaceName, String what) {
        audit.write(Deed.of("download", tenant, interfaceName, null).to(what).done(person, "–"));
    }
}
