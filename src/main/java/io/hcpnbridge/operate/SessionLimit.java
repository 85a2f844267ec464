package io.hcpnbridge.operate;

import io.hcpnbridge.door.DoorProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Sessions begin here, with a login, and nowhere else. There is one operator, so what one login may have open is all there are:
 * for one more the one that was silent longest ends.
 */
final class SessionLimit implements SessionAuthenticationStrategy, HttpSessionListener {
    private final int most;
    private final Map<HttpSession, Long> open = new HashMap<>();
    private long logins;

    SessionLimit(DoorProperties settings) {
        this.most = settings.sessions();
    }

    @Override
    public void onAuthentication(Authentication login, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession();
        tooMany(session).forEach(HttpSession::invalidate);
    }

    /** Not ended under the lock: ending tells {@link #sessionDestroyed}. */
    private synchronized List<HttpSession> tooMany(HttpSession added) {
        open.put(added, logins++);
        return open.keySet().stream()
                .filter(session -> session != added)
                .sorted(Comparator.comparingLong(HttpSession::getLastAccessedTime)
                        .thenComparing(open::get))
                .limit(Math.max(0, open.size() - most))
                .peek(open::remove)
                .toList();
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent ended) {
        open.remove(ended.getSession());
    }
}
