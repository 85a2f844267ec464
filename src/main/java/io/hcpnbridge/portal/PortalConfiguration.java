package io.hcpnbridge.portal;

import gg.jte.TemplateEngine;
import io.hcpnbridge.config.InvalidConfigurationException;
import io.hcpnbridge.ledger.BindingLedger;
import io.hcpnbridge.ledger.EventAudience;
import io.hcpnbridge.ledger.SignOnLedger;
import io.hcpnbridge.partner.settings.PartnerSettings;
import io.hcpnbridge.saml.Metadata;
import io.hcpnbridge.saml.SigningKey;
import io.hcpnbridge.secret.Current;
import io.hcpnbridge.secret.SecretWatch;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** There is a port for sign-on where {@code sign-on.public-address} is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalProperties.class)
public class PortalConfiguration {
    private static final String METADATA = "application/samlmetadata+xml;charset=UTF-8";

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("sign-on.public-address")
    static class Open {
        private final PortalProperties settings;
        private final PartnerSettings partner;

        Open(PortalProperties settings, PartnerSettings partner) {
            this.settings = settings;
            this.partner = partner;
        }

        @Bean
        Current<Portal> portal(SecretWatch files) {
            return PortalFiles.partner(
                    files, settings, metadata -> Portal.of(metadata, partner, settings, Clock.systemUTC()));
        }

        @Bean
        Current<SigningKey> signingKey(SecretWatch files) {
            return PortalFiles.key(files, settings);
        }

        @Bean
        Gate gate(Current<SigningKey> key) {
            return new Gate(key, settings.requestsASecond(), Clock.systemUTC());
        }

        @Bean
        PortalServer portalServer(
                Current<Portal> portal,
                SignOnLedger links,
                BindingLedger bindings,
                EventAudience audience,
                Current<SigningKey> key,
                Gate gate,
                TemplateEngine templates,
                MeterRegistry meters) {
            var pages = new Pages(templates);
            var refusals = new Refusals(meters, Clock.systemUTC());
            var login = settings.loginAddress() == null ? Portal.login(partner.site()) : settings.loginAddress();
            var attributes = settings.attributes().isEmpty() ? Personal.USUAL : settings.attributes();
            Map<String, Endpoint> ofTenants = Map.of(
                    "GET login", new AnswerRequest(links, portal, key, attributes, gate, pages, refusals),
                    "GET logout", new EndSession(links, portal, key, gate, settings),
                    "GET metadata.xml",
                            asked -> {
                                gate.pass();
                                return metadata(portal.get().tenants().get(asked.tenant()), key);
                            },
                    "POST bindings", new TakeNotice(bindings, audience, portal, gate, refusals));
            var servlet = new PortalServlet(
                    new FollowLink(links, portal, settings, login, gate, pages, refusals),
                    ofTenants,
                    portal.get().tenants().keySet(),
                    pages,
                    refusals,
                    settings.publicAddress().startsWith("https:"));
            return new PortalServer(settings.port(), address(), servlet);
        }

        private InetAddress address() {
            try {
                return settings.address() == null ? null : InetAddress.getByName(settings.address());
            } catch (UnknownHostException e) {
                throw new InvalidConfigurationException("sign-on.address", "is no address of this machine");
            }
        }

        private Told metadata(TenantSignOn tenant, Current<SigningKey> key) {
            var xml = Metadata.of(tenant.provider(), settings.nameIdFormat(), key.get());
            return new Told(200, METADATA, Map.of("Content-Disposition", "attachment; filename=\"metadata.xml\""), xml);
        }
    }
}
