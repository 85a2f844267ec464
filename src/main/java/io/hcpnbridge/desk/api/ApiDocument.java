package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.Person;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says besides the methods. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDocument {
    private static final String LOGIN = "login";

    static {
        // Who asks is told by the login.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class);
    }

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("HCPN ERP Bridge")
                                .version(build.stream()
                                        .map(BuildProperties::getVersion)
                                        .findFirst()
                                        .orElse("unknown"))
                                .description(
                                        "What the desk shows and does, for programs. Everything that is done wants a reason and is written down."))
                .components(new Components()
                        .addSecuritySchemes(
                                LOGIN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("A login of the desk; its role says what it may")))
                .addSecurityItem(new SecurityRequirement().addList(LOGIN));
    }
}
