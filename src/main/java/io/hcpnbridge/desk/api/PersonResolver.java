package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.DeskRole;
import io.hcpnbridge.desk.act.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Tells each method who asks, by the login. */
public final class PersonResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Person.class;
    }

    @Override
    public Person resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest web,
            WebDataBinderFactory binders) {
        return person(web.getNativeRequest(HttpServletRequest.class));
    }

    /** Who has sent that request. */
    public static Person person(HttpServletRequest request) {
        return new Person(
                request.getRemoteUser(),
                Arrays.stream(DeskRole.values())
                        .filter(role -> request.isUserInRole(role.name()))
                        .max(Comparator.naturalOrder())
                        .orElse(DeskRole.VIEWER));
    }
}
