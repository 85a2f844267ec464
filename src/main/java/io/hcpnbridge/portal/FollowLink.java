package io.hcpnbridge.portal;

import io.hcpnbridge.ledger.SignOnLedger;
import io.hcpnbridge.ledger.SignOnLink;
import io.hcpnbridge.text.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A person follows a link: the browser gets a session and goes to the partner, who will ask us who is there. */
final class FollowLink implements Endpoint {
    static final Words DEAD = new Words(
            "This link has been used, has expired or is not complete. Please go back to where you found it and ask for a new one.",
            "该链接已使用、已过期或不完整。请回到您获得该链接的页面，重新获取。");

    private final SignOnLedger ledger;
    private final Supplier<Portal> portal;
    private final PortalProperties settings;
    private final String login;
    private final Gate gate;
    private final Pages pages;
    private final Refusals refusals;

    FollowLink(
            SignOnLedger ledger,
            Supplier<Portal> portal,
            PortalProperties settings,
            String login,
            Gate gate,
            Pages pages,
            Refusals refusals) {
        this.ledger = ledger;
        this.portal = portal;
        this.settings = settings;
        this.login = login;
        this.gate = gate;
        this.pages = pages;
        this.refusals = refusals;
    }

    @Override
    public Told answer(Asked asked) throws BusyException {
        var session = gate.token();
        var shown = Token.shown(asked.last());
        if (shown.isPresent()) {
            gate.pass(shown.get());
        }
        return shown.flatMap(token -> ledger.follow(token.hash(), session.hash(), settings.sessionTime()))
                .filter(link -> portal.get().tenants().containsKey(link.tenant())
                        && settings.targets().containsKey(link.target()))
                .map(link -> Told.elsewhere(partner(link)).with("Set-Cookie", SessionCookie.of(session, settings)))
                .orElseGet(() -> {
                    refusals.note("LINK", "a link that is not there, was used, or has expired");
                    return pages.closed(410, asked.chinese(), DEAD);
                });
    }

    /** Nothing of the person stands in it. */
    private String partner(SignOnLink link) {
        return login + "?xAccountType="
                + encoded(portal.get().tenants().get(link.tenant()).platformId()) + "&isFirstLogin=" + link.binds()
                + "&service=" + encoded(settings.targets().get(link.target()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
