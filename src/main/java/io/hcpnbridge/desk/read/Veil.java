package io.hcpnbridge.desk.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.mapping.MappingCatalog;
import org.springframework.stereotype.Component;

/** Hides what tells of a person: of an interface that has such columns only those are shown that are known to be harmless. */
@Component
class Veil {
    private final MappingCatalog mappings;

    Veil(MappingCatalog mappings) {
        this.mappings = mappings;
    }

    /** Nothing of an interface that is not there any more. */
    ObjectNode over(String interfaceName, ObjectNode content) {
        return mappings.interfaces().contains(interfaceName)
                ? mappings.current(interfaceName).personal().hide(content)
                : content.objectNode();
    }
}
