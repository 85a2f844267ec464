package io.hcpnbridge.desk;

import io.hcpnbridge.desk.read.SignOnQuery;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How the ERP's customers sign on, and what they have bound: for who may see what tells of a person. */
@Controller
@ConditionalOnWebApplication
class SignOnPage {
    private final SignOnQuery signOn;

    SignOnPage(SignOnQuery signOn) {
        this.signOn = signOn;
    }

    @GetMapping("/desk/sign-on")
    ModelAndView signOn(Look look) {
        if (!look.maySeePersons()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return look.page("signon", Map.of("state", signOn.state()));
    }
}
