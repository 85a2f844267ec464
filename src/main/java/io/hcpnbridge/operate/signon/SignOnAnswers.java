package io.hcpnbridge.operate.signon;

import io.hcpnbridge.operate.LoginAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * The end of a sign-on, as a page of this server. It leads on by itself, as the session's cookie, being strict, does not come along where another site
 * sends the browser.
 */
final class SignOnAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignOnAnswers.class);

    /** The provider's word is in the address that a browser comes back to, and so anybody's. */
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title>%3$s</head>
            <body><p>%1$s</p><p lang="zh">%2$s</p><p><a href="%4$s">%4$s</a></p></body>
            </html>
            """;

    private final LoginAnswers inside;
    private final Clock clock;
    private Instant notBefore = Instant.MIN;

    SignOnAnswers(LoginAnswers inside, Clock clock) {
        this.inside = inside;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        var target = inside.begin(request, response, login);
        var onwards = "<meta http-equiv=\"refresh\" content=\"0;url=%s\">".formatted(target);
        write(response, HttpStatus.OK, PAGE.formatted("You are signed in.", "您已登录。", onwards, target));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        var login = request.getContextPath() + "/login";
        if (e instanceof ProviderAwayException || e.getCause() instanceof ProviderAwayException) {
            tell("Nobody can sign on: {}", e.getMessage());
            write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    PAGE.formatted("The identity provider cannot be reached.", "无法连接身份提供方。", "", login));
            return;
        }
        var code = code(e);
        tell("Somebody was not signed on: {}", code);
        write(
                response,
                HttpStatus.FORBIDDEN,
                switch (code) {
                    case EntitledPeople.NOT_ENTITLED ->
                        PAGE.formatted(
                                "You are in none of the groups that may enter here.", "您不在允许进入的任何用户组中。", "", login);
                    case EntitledPeople.UNUSABLE_NAME ->
                        PAGE.formatted(
                                "Your name cannot be used here, or is that of another login.",
                                "您的名称在此无法使用，或与另一登录相同。",
                                "",
                                login);
                    default -> PAGE.formatted("You could not be signed in.", "未能登录。", "", login);
                });
    }

    /** Once a second at most: anybody can fail, as often as one likes. */
    private synchronized void tell(String line, String why) {
        var now = clock.instant();
        if (notBefore.isBefore(now)) {
            notBefore = now.plusSeconds(1);
            LOG.warn(line, why);
        }
    }

    private static String code(AuthenticationException e) {
        return e instanceof OAuth2AuthenticationException told
                        && CODE.matcher(told.getError().getErrorCode()).matches()
                ? told.getError().getErrorCode()
                : "no word of the provider's that can be told";
    }

    private static void write(HttpServletResponse response, HttpStatus status, String page) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(page);
    }
}
