package io.hcpnbridge.portal;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.hcpnbridge.text.Words;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The few pages that a person sees on the way. */
public final class Pages {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TemplateEngine templates;

    Pages(TemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * A page, in the browser's language.
     *
     * @param nonce of its style and script
     */
    public record View(boolean chinese, String nonce) {
        public String say(String en, String zh) {
            return chinese ? zh : en;
        }

        /** The language, as HTML names it. */
        public String language() {
            return say("en", "zh-CN");
        }
    }

    /** Nothing can be done here; says why. */
    Told closed(int status, boolean chinese, Words why) {
        var view = view(chinese);
        return Told.page(
                status,
                view.nonce(),
                rendered("portal/closed.jte", Map.of("page", view, "why", view.say(why.en(), why.zh()))));
    }

    /** Posts what is asserted to the partner, by itself or by a button. */
    Told handover(boolean chinese, String consumer, String response, String relayState) {
        var view = view(chinese);
        var html = rendered(
                "portal/handover.jte",
                Map.of(
                        "page", view,
                        "consumer", consumer,
                        "response", response,
                        "relayState", relayState == null ? "" : relayState));
        return Told.page(200, view.nonce(), html);
    }

    private String rendered(String template, Map<String, Object> values) {
        var output = new StringOutput();
        templates.render(template, values, output);
        return output.toString();
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static View view(boolean chinese) {
        return new View(chinese, nonce());
    }
}
