package io.hcpnbridge.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a body before anybody works on it: whole, up to a size, until a deadline, and only so many at a time of those that have to be
 * waited for. A stranger's is read where the login form goes to, and where programs send their login with it, and is as short as a form;
 * elsewhere it stays where it is.
 */
final class BodyFilter extends OncePerRequestFilter {
    private static final int LARGEST = 1 << 20;
    private static final int LARGEST_FORM = 1 << 14;
    private static final byte[] NONE = {};

    private final long deadlineNanos;
    private final Semaphore strangers = new Semaphore(32);
    private final Semaphore known = new Semaphore(32);

    BodyFilter(Duration deadline) {
        this.deadlineNanos = deadline.toNanos();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!hasBody(request)) {
            chain.doFilter(request, response);
        } else if (request.getSession(false) != null) {
            take(LARGEST, known, request, response, chain);
        } else if (isForm(request) || isOfProgram(request)) {
            take(LARGEST_FORM, strangers, request, response, chain);
        } else {
            chain.doFilter(new ReadRequest(request, NONE), response);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isForm(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().equals(request.getContextPath() + "/login");
    }

    private static boolean isOfProgram(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private void take(
            int largest, Semaphore places, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largest) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is longer than " + largest + " bytes.");
            return;
        }
        var waits = !isHere(request);
        if (waits && !places.tryAcquire()) {
            refuse(response, HttpStatus.SERVICE_UNAVAILABLE, "Too many requests at a time.");
            return;
        }
        try {
            var body = body(largest, request, response);
            if (body.isPresent()) {
                chain.doFilter(new ReadRequest(request, body.get()), response);
            }
        } finally {
            if (waits) {
                places.release();
            }
        }
    }

    /** A form that came with its headers, as most do, waits for nobody and keeps nobody waiting. */
    private static boolean isHere(HttpServletRequest request) throws IOException {
        return request.getContentLengthLong() > 0
                && request.getInputStream().available() >= request.getContentLengthLong();
    }

    /** Empty if it was refused. */
    private Optional<byte[]> body(int largest, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = new ByteArrayOutputStream();
        var buffer = new byte[8_192];
        var begun = System.nanoTime();
        var in = request.getInputStream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                body.write(buffer, 0, read);
                if (body.size() > largest) {
                    refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is longer than " + largest + " bytes.");
                    return Optional.empty();
                }
                if (System.nanoTime() - begun > deadlineNanos) {
                    refuse(response, HttpStatus.REQUEST_TIMEOUT, "The body took too long.");
                    return Optional.empty();
                }
            }
            return Optional.of(body.toByteArray());
        } catch (IOException e) {
            // It stood still, broke off, or is not chunked as it says.
            refuse(response, HttpStatus.REQUEST_TIMEOUT, "The body did not come.");
            return Optional.empty();
        }
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String line) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        ShortAnswer.send(response, status, line);
    }
}
