package io.hcpnbridge.operate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.hcpnbridge.door.ShortAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at what is posted to Jolokia before Jolokia does: JSON that is called JSON, which a page of another site cannot send unasked,
 * and no more requests in one than anybody needs, as each may be answered with megabytes. Hawtio's question what the operator may do,
 * once for each of some six hundred MBeans in one bulk, is answered with a word each and not counted.
 */
final class JolokiaPostFilter extends OncePerRequestFilter {
    static final int LARGEST_BULK = 100;

    private static final int DEEPEST = 50;
    private static final Set<String> JSON = Set.of("application/json", "text/json");
    private static final String ONE_MBEAN = "canInvoke(java.lang.String)";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();
    private static final ObjectReader READER = new ObjectMapper(FACTORY).readerFor(JsonNode.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HttpMethod.POST.matches(request.getMethod()) || !ClosedPaths.JOLOKIA.matches(request)) {
            chain.doFilter(request, response);
        } else if (!isJson(request.getContentType())) {
            ShortAnswer.send(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Only application/json is read here.");
        } else if (!isSmall(request.getInputStream().readAllBytes())) {
            ShortAnswer.send(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "No JSON, or more than " + LARGEST_BULK + " requests in one, or nested too deep.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isJson(String type) {
        try {
            var media = MediaType.parseMediaType(type == null ? "" : type);
            return JSON.contains(media.getType() + "/" + media.getSubtype())
                    && (media.getCharset() == null || media.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** A bulk is an array of requests; one in which something else stands is none. */
    private static boolean isSmall(byte[] body) throws IOException {
        try (var json = FACTORY.createParser(body)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                json.skipChildren();
                return true;
            }
            int requests = 0;
            while (requests <= LARGEST_BULK && json.nextToken() == JsonToken.START_OBJECT) {
                requests += asksForRights(READER.readTree(json)) ? 0 : 1;
            }
            return requests <= LARGEST_BULK && json.currentToken() == JsonToken.END_ARRAY;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean asksForRights(JsonNode request) {
        return OperatorRightsConfiguration.MBEAN.equals(request.path("mbean").textValue())
                && "exec".equals(request.path("type").textValue())
                && ONE_MBEAN.equals(request.path("operation").textValue());
    }
}
