package io.hcpnbridge.endtoend.signon;

import io.hcpnbridge.standin.signon.PartnerCloud;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A customer's browser without scripts: keeps cookies, follows redirects, and presses the button of a page. */
final class CustomerBrowser {
    private static final Pattern ACTION = Pattern.compile("action=['\"]([^'\"]+)['\"]");
    private static final Pattern FIELD =
            Pattern.compile("<input type=['\"]hidden['\"] name=['\"](\\w+)['\"] value=['\"]([^'\"]*)['\"]");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> open(String address) throws IOException, InterruptedException {
        var page = once(address);
        for (int hops = 0; page.statusCode() / 100 == 3 && hops < 10; hops++) {
            page = once(next(page));
        }
        return page;
    }

    HttpResponse<String> once(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts the page's form, and follows to where that leads. */
    HttpResponse<String> press(HttpResponse<String> page) throws IOException, InterruptedException {
        var next = post(page);
        return next.statusCode() / 100 == 3 ? open(next(next)) : next;
    }

    private HttpResponse<String> post(HttpResponse<String> page) throws IOException, InterruptedException {
        var action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("There is no form: " + page.statusCode() + " " + page.body());
        }
        var body = fields(page).entrySet().stream()
                .map(field -> field.getKey() + "=" + PartnerCloud.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(page.uri().resolve(action.group(1)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static Map<String, String> fields(HttpResponse<String> page) {
        var fields = new LinkedHashMap<String, String>();
        var field = FIELD.matcher(page.body());
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    private static String next(HttpResponse<String> page) {
        return page.uri()
                .resolve(page.headers().firstValue("Location").orElseThrow())
                .toString();
    }
}
