package io.hcpnbridge.partner.call;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.stereotype.Component;

/** The client of the partner call for IAM: its answers hold secrets and are sealed. */
@Component("iamHttpClient")
class IamHttpClient implements HttpClientConfigurer {
    private final PartnerHttpClient partner;

    IamHttpClient(PartnerHttpClient partner) {
        this.partner = partner;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        partner.configureHttpClient(client);
        client.addExecInterceptorFirst("answer-seal", new AnswerSeal());
    }
}
