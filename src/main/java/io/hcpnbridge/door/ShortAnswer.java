package io.hcpnbridge.door;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A refusal: a status and one line, without a page of its own, a session or anything of the request. */
public final class ShortAnswer {
    private ShortAnswer() {}

    /** Sends it, and nothing else. */
    public static void send(HttpServletResponse response, HttpStatus status, String line) throws IOException {
        var text = (line + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }
}
