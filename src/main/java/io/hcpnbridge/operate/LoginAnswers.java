package io.hcpnbridge.operate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Where people are sent before and after a login. Nothing of the request is kept or given back: neither where it wanted to go nor
 * the host that it named.
 */
public final class LoginAnswers
        implements AuthenticationEntryPoint, AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final String ONLY_LOOKING = "/desk";

    private final String inside;
    private final KnownBrowsers browsers;

    LoginAnswers(String inside, KnownBrowsers browsers) {
        this.inside = inside;
        this.browsers = browsers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/login");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        browsers.remember(request, response);
        response.sendRedirect(begin(request, response, login));
    }

    /** Where somebody who has just logged in goes to; that login's token is told. */
    public String begin(HttpServletRequest request, HttpServletResponse response, Authentication login) {
        CsrfCookie.tell(request, response);
        return request.getContextPath() + (mayOperate(login) ? inside : ONLY_LOOKING);
    }

    private static boolean mayOperate(Authentication login) {
        return login.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals("ROLE_" + Role.OPERATOR));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        response.sendRedirect(request.getContextPath() + "/login?error");
    }
}
