package io.hcpnbridge.operate.signon;

import io.hcpnbridge.operate.LoginNames;
import io.hcpnbridge.operate.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Lets those in who are in a group with a role, as the highest of their roles, under a name that is nobody else's. */
final class EntitledPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {
    /** Somebody whom the provider knows, and who is in none of the groups. */
    static final String NOT_ENTITLED = "not_entitled";

    /** The name cannot stand in an audit, or a login that is configured here has it. */
    static final String UNUSABLE_NAME = "unusable_name";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+|-]{0,99}");

    private final OAuth2UserService<OidcUserRequest, OidcUser> provider;
    private final OidcProperties settings;
    private final LoginNames logins;

    EntitledPeople(OAuth2UserService<OidcUserRequest, OidcUser> provider, OidcProperties settings, LoginNames logins) {
        this.provider = provider;
        this.settings = settings;
        this.logins = logins;
    }

    /** @throws OAuth2AuthenticationException with one of the codes above */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var somebody = provider.loadUser(request);
        var role = role(somebody.getClaims()).orElseThrow(() -> refusal(NOT_ENTITLED));
        if (!isUsable(somebody.getClaims().get(settings.nameClaim()))) {
            throw refusal(UNUSABLE_NAME);
        }
        return new DefaultOidcUser(
                role.authorities(), somebody.getIdToken(), somebody.getUserInfo(), settings.nameClaim());
    }

    private boolean isUsable(@Nullable Object name) {
        return name instanceof String text && NAME.matcher(text).matches() && !logins.contain(text);
    }

    private Optional<Role> role(Map<String, Object> claims) {
        var groups = groups(claims);
        if (isAny(groups, settings.administrators())) {
            return Optional.of(Role.ADMINISTRATOR);
        }
        if (isAny(groups, settings.operators())) {
            return Optional.of(Role.OPERATOR);
        }
        return isAny(groups, settings.viewers()) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    private static boolean isAny(Collection<?> groups, List<String> wanted) {
        return groups.stream().anyMatch(wanted::contains);
    }

    /** A claim whose name has dots in it comes first; then they lead into objects. */
    private Collection<?> groups(Map<?, ?> claims) {
        Object found = claims.get(settings.groupsClaim());
        if (found == null) {
            found = claims;
            for (var name : settings.groupsClaim().split("\\.", -1)) {
                found = found instanceof Map<?, ?> object ? object.get(name) : null;
            }
        }
        if (found instanceof Collection<?> several) {
            return several;
        }
        return found == null ? List.of() : List.of(found);
    }

    private static OAuth2AuthenticationException refusal(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }
}
