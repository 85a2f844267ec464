package io.hcpnbridge.desk;

import io.hcpnbridge.desk.api.PersonResolver;
import io.hcpnbridge.desk.read.SignOnQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives each page the {@link Look} of the request: by the language of the browser and the roles of the login. */
final class LookResolver implements HandlerMethodArgumentResolver {
    private final SignOnQuery signOn;

    LookResolver(SignOnQuery signOn) {
        this.signOn = signOn;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Look.class;
    }

    @Override
    public Look resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest web,
            WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Look(
                request.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage()),
                PersonResolver.person(request),
                token == null ? "" : token.getToken(),
                request.getRequestURI(),
                signOn.isInUse());
    }
}
