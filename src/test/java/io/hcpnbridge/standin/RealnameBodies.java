package io.hcpnbridge.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hcpnbridge.standin.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;

/** Bodies of real-name applications for the customer c1. */
final class RealnameBodies {
    private RealnameBodies() {}

    /** @param other members with single quotes that come in addition or instead; null for none */
    static String change(String file, String other) throws JsonProcessingException {
        ObjectNode body = object(
                """
                {"customer_id":"c1","identify_type":1,"verified_file_url":["%s"],"corp_name":"第一公司",
                 "verified_number":"91310000MA1FAKE001","change_type":1,"xaccount_type":"ACME_ERP"}
                """
                        .formatted(file));
        if (other != null) {
            body.setAll(object("{" + other.replace('\'', '"') + "}"));
        }
        return body.toString();
    }

    static String individual(String verifiedType, int pictures) {
        return """
                {"customer_id":"c1","identify_type":0,"verified_type":%s,"verified_file_url":[%s],"name":"张三",
                 "verified_number":"310101199001010000","xaccount_type":"ACME_ERP"}
                """
                .formatted(verifiedType, String.join(",", Collections.nCopies(pictures, "\"picture.jpg\"")));
    }

    private static ObjectNode object(String json) throws JsonProcessingException {
        return (ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
