package io.hcpnbridge.operate;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;

/** Asks the login that has the name. A name that nobody has is compared with the first one's, and so takes as long. */
final class PeopleAuthentication implements AuthenticationProvider {
    private final List<ThrottledAuthentication> people;

    /** @param people the operator first */
    PeopleAuthentication(List<ThrottledAuthentication> people) {
        this.people = List.copyOf(people);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        return people.stream()
                .filter(one -> one.isNamed(attempt.getName()))
                .findFirst()
                .orElse(people.get(0))
                .authenticate(attempt);
    }

    @Override
    public boolean supports(Class<?> type) {
        return people.get(0).supports(type);
    }
}
