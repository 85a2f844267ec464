package io.hcpnbridge.operate.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.lang.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Access tokens are forgotten at once: nothing is asked in anybody's name after the login. */
final class NoTokens implements OAuth2AuthorizedClientRepository {
    @Override
    @Nullable
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
            String registration, Authentication somebody, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient tokens,
            Authentication somebody,
            HttpServletRequest request,
            HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication somebody, HttpServletRequest request, HttpServletResponse response) {}
}
