package io.hcpnbridge.desk;

import io.hawt.springboot.HawtioPlugin;
import io.hcpnbridge.desk.api.PersonResolver;
import io.hcpnbridge.desk.read.SignOnQuery;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The desk among the server's pages, and as a tab of Hawtio ({@code static/desk/remoteEntry.js}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DeskConfiguration implements WebMvcConfigurer {
    private final SignOnQuery signOn;

    DeskConfiguration(SignOnQuery signOn) {
        this.signOn = signOn;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PersonResolver());
        resolvers.add(new LookResolver(signOn));
    }

    @Bean
    HawtioPlugin deskPlugin() {
        return new HawtioPlugin("desk", "./plugin", "/desk");
    }
}
