package io.hcpnbridge.operate;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The root leads to Hawtio, in which the desk is the first tab. */
@Configuration(proxyBeanMethods = false)
class FrontPage implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/", "/actuator/hawtio/");
    }
}
