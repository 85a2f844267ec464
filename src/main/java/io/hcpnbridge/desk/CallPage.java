package io.hcpnbridge.desk;

import io.hcpnbridge.desk.read.DocumentKey;
import io.hcpnbridge.desk.read.StoryQuery;
import io.hcpnbridge.exchange.Exchanges;
import io.hcpnbridge.exchange.ShownExchange;
import io.hcpnbridge.exchange.View;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What was sent and received with one call about a document: a part of its page that is asked for when somebody wants to see it. */
@Controller
@ConditionalOnWebApplication
class CallPage {
    private final StoryQuery stories;
    private final Exchanges exchanges;

    CallPage(StoryQuery stories, Exchanges exchanges) {
        this.stories = stories;
        this.exchanges = exchanges;
    }

    @GetMapping("/desk/record/calls/{call}")
    ModelAndView call(DocumentKey key, @PathVariable long call, Look look) {
        if (!stories.hasCall(key, call)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<ShownExchange> exchange = exchanges.of(call, look.maySeePersons() ? View.FULL : View.MASKED);
        return look.page("call", Map.of("exchange", exchange));
    }
}
