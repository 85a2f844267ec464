package io.hcpnbridge.operate;

import io.hcpnbridge.door.DoorProperties;
import io.hcpnbridge.door.OwnOrigin;
import io.hcpnbridge.door.OwnOriginFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;

/**
 * Two ways in, once {@code door} has let a request pass:
 *
 * <ul>
 *   <li>machines send HTTP basic with every request, and get health, info and metrics, with a person's login the desk's interface for programs,
 *       and never Jolokia;
 *   <li>people log in with the form at {@code /login}, or by a further {@link WayIn}, and get Hawtio at {@code /actuator/hawtio/}, with the desk as a tab of it; who may only
 *       look gets the desk alone.
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

    /** What may be asked and done, each by its role. */
    private static final String API = "/api/v1/**";

    /** Where Hawtio's menu leads to. */
    private static final RequestMatcher LOGOUT =
            PathPatternRequestMatcher.withDefaults().matcher(HAWTIO + "auth/logout");

    private static final RequestMatcher LOGIN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, LoginPage.PATH);

    private static final RequestMatcher NOT_FOR_LINKS = new OrRequestMatcher(LOGOUT, ClosedPaths.JOLOKIA);

    /** What the desk's pages need, and those who may only look. */
    private static final String[] DESK_PATHS = {"/desk", "/desk/**", API, "/webjars/**"};

    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, BasicLogins logins) throws Exception {
        var unauthorized = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.securityMatcher(WebSecurityConfiguration::sendsBasic)
                .authorizeHttpRequests(requests -> openErrors(requests)
                        .requestMatchers(HttpMethod.GET, MACHINE_PATHS)
                        .hasAnyRole(Role.OPERATOR.name(), Role.MONITOR.name())
                        .requestMatchers(API)
                        .hasRole(Role.VIEWER.name())
                        .anyRequest()
                        .denyAll())
                .authenticationManager(logins)
                // Nobody's browser sends a login of this kind by itself: it was never asked for one.
                .csrf(csrf -> csrf.ignoringRequestMatchers(API))
                .httpBasic(basic -> basic.authenticationEntryPoint(unauthorized))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(unauthorized))
                .headers(WebSecurityConfiguration::harden)
                .build();
    }

    @Bean
    SessionLimit sessionLimit(DoorProperties door) {
        return new SessionLimit(door);
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            SessionLimit sessions,
            DoorProperties door,
            KnownBrowsers browsers,
            ObjectProvider<WayIn> further)
            throws Exception {
        var answers = new LoginAnswers(HAWTIO, browsers);
        for (var way : further) {
            way.open(http, answers);
        }
        var tokens = new SessionCsrfTokens();
        return http.authorizeHttpRequests(requests -> openErrors(requests)
                        .requestMatchers(new ClosedPaths())
                        .denyAll()
                        .requestMatchers(HttpMethod.GET, LoginPage.PATH, "/login.css")
                        .permitAll()
                        .requestMatchers(DESK_PATHS)
                        .hasRole(Role.VIEWER.name())
                        .anyRequest()
                        .hasRole(Role.OPERATOR.name()))
                .formLogin(login -> login.loginPage(LoginPage.PATH)
                        .authenticationDetailsSource(LoginPlace::new)
                        .successHandler(answers)
                        .withObjectPostProcessor(failing(answers)))
                .logout(logout -> logout.logoutRequestMatcher(LOGOUT))
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                                List.of(new ChangeSessionIdAuthenticationStrategy(), sessions))))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), notABrowserPage())
                        .defaultAuthenticationEntryPointFor(answers, AnyRequestMatcher.INSTANCE))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(tokens)
                        .requireCsrfProtectionMatcher(WebSecurityConfiguration::needsToken))
                .addFilterBefore(new OwnOriginFilter(new OwnOrigin(NOT_FOR_LINKS)), CsrfFilter.class)
                .addFilterAfter(new CsrfCookieFilter(), BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new SessionEndFilter(door.sessionLongest(), Clock.systemUTC()),
                        SecurityContextHolderFilter.class)
                .addFilterAfter(new JolokiaPostFilter(), AuthorizationFilter.class)
                .addFilterAfter(new HawtioUserFilter(), AuthorizationFilter.class)
                .headers(WebSecurityConfiguration::harden)
                .build();
    }

    /** Set as Spring's own would be, whose page knows that a login has failed; that one would begin a session to say why. */
    private static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> failing(LoginAnswers answers) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F form) {
                form.setAuthenticationFailureHandler(answers);
                return form;
            }
        };
    }

    /** Without a session there is nothing that a foreign page could do in somebody's name; the form itself is kept by its origin. */
    private static boolean needsToken(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && request.getSession(false) != null
                && !LOGIN.matches(request);
    }

    /** The word about an error is for everybody who got one; it says nothing but the status. */
    private static <R extends AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry>
            R openErrors(R requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
        return requests;
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
        headers.addHeaderWriter(new ContentPolicy())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                // Without a referrer browsers would send the form without its origin, too.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
