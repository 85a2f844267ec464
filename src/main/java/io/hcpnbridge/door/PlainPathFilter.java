package io.hcpnbridge.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Addresses that two readers may read in two ways are read by nobody: doubled or encoded slashes and dots, parameters of a path,
 * characters that cannot be seen. What Spring Security's firewall refuses besides gets the same answer.
 */
final class PlainPathFilter extends OncePerRequestFilter implements RequestRejectedHandler {
    private static final Pattern SEEN = Pattern.compile("/[\\w./~!$&'()*+,=:@%-]*");
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|/\\.{1,2}(?:/|$)|%(?!\\p{XDigit}{2})|%(?i:2[5ef]|3b|5c|7f|[01]\\p{XDigit})");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            refuse(response);
        }
    }

    /** By what was sent, before anybody decodes it. */
    static boolean isPlain(String path) {
        return SEEN.matcher(path).matches() && !AMBIGUOUS.matcher(path).find();
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        refuse(response);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        ShortAnswer.send(response, HttpStatus.BAD_REQUEST, "This is no address of this server.");
    }
}
