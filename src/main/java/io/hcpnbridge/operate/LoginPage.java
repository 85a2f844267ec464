package io.hcpnbridge.operate;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where people come in; in the language of their browser. */
@Controller
public class LoginPage {
    /** Where it is. */
    public static final String PATH = "/login";

    private final ObjectProvider<WayIn> further;

    LoginPage(ObjectProvider<WayIn> further) {
        this.further = further;
    }

    /**
     * What is on the page.
     *
     * @param chinese whether it is in Chinese; else it is in English
     * @param failed whether a login has failed just now
     * @param left whether somebody has logged out just now
     * @param further ways in besides the form
     */
    public record View(boolean chinese, boolean failed, boolean left, List<WayIn> further) {
        public String say(String en, String zh) {
            return chinese ? zh : en;
        }

        /** The language, as HTML names it. */
        public String language() {
            return say("en", "zh-CN");
        }
    }

    @GetMapping(PATH)
    ModelAndView show(HttpServletRequest request) {
        var chinese = request.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        var view = new View(
                chinese,
                request.getParameter("error") != null,
                request.getParameter("logout") != null,
                further.orderedStream().toList());
        return new ModelAndView("login", "login", view);
    }
}
