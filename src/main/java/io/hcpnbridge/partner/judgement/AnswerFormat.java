package io.hcpnbridge.partner.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hcpnbridge.json.ExactJson;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camel's JSON with the adapter's own exactness and limits. */
@Configuration(proxyBeanMethods = false)
class AnswerFormat {
    /** With a copy of the mapper: Camel may set it up, and everybody else shares the other one. */
    @Bean
    JacksonDataFormat exactJson() {
        return new JacksonDataFormat(ExactJson.mapper().copy(), JsonNode.class);
    }
}
