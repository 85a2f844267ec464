package io.hcpnbridge.operate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;

/**
 * Two doors, and two words that are called out to everybody:
 *
 * <ul>
 *   <li>whoever asks gets the status word of {@link Probes}, logged in or not, and nothing more;
 *   <li>machines send HTTP basic with every request, and get health, info and metrics only: never Jolokia;
 *   <li>people log in with the form at {@code /login} and get Hawtio at {@code /actuator/hawtio/}.
 * </ul>
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurityConfiguration {
    private static final String HAWTIO = "/actuator/hawtio/";
    private static final String[] MACHINE_PATHS = {
        "/actuator/health",
        "/actuator/health/**",
        "/actuator/info",
        "/actuator/metrics",
        "/actuator/metrics/**",
        "/actuator/prometheus"
    };

    /** Where Hawtio's menu leads to. */
    private static final RequestMatcher LOGOUT =
            PathPatternRequestMatcher.withDefaults().matcher(HAWTIO + "auth/logout");

    /** Hawtio's own style sheets are inline; everything else comes from this server. */
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain probes(HttpSecurity http) throws Exception {
        return http.securityMatcher(new Probes())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(WebSecurityConfiguration::harden)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain machines(HttpSecurity http, BasicLogins logins) throws Exception {
        var unauthorized = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.securityMatcher(WebSecurityConfiguration::sendsBasic)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, MACHINE_PATHS)
                        .hasAnyRole(Role.OPERATOR.name(), Role.MONITOR.name())
                        .anyRequest()
                        .denyAll())
                .authenticationManager(logins)
                .httpBasic(basic -> basic.authenticationEntryPoint(unauthorized))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthorized))
                .headers(WebSecurityConfiguration::harden)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(new ClosedPaths())
                        .denyAll()
                        .anyRequest()
                        .hasRole(Role.OPERATOR.name()))
                .formLogin(login -> login.defaultSuccessUrl(HAWTIO))
                .logout(logout -> logout.logoutRequestMatcher(LOGOUT))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), notABrowserPage()))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .addFilterAfter(new CsrfCookieFilter(), BasicAuthenticationFilter.class)
                .addFilterAfter(new OldPasswordFilter(), SecurityContextHolderFilter.class)
                .addFilterAfter(new HawtioUserFilter(), AuthorizationFilter.class)
                .headers(WebSecurityConfiguration::harden)
                .build();
    }

    /** A script whose session ended wants a status, not the login page. */
    private static RequestMatcher notABrowserPage() {
        var html = new MediaTypeRequestMatcher(new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return new NegatedRequestMatcher(html);
    }

    private static boolean sendsBasic(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(Customizer.withDefaults());
    }
}
