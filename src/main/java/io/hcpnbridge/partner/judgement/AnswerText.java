package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.json.JsonText;
import java.nio.charset.CharacterCodingException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** What stands around the data format that reads an answer: characters that are certain before, and a word about why not after. */
@Component("answerText")
public class AnswerText {
    /**
     * The message becomes the text of the answer, or nothing.
     *
     * @throws CharacterCodingException if its characters are not certain
     */
    public void decode(Exchange exchange) throws CharacterCodingException {
        Message message = exchange.getMessage();
        byte[] bytes = message.getBody(byte[].class);
        boolean empty = bytes == null || bytes.length == 0;
        message.setBody(empty ? null : JsonText.of(bytes, ResponseHeaders.contentType(message)));
    }

    /** The message becomes the reason why it could not be read: a judgement is made of it, no failure. */
    public void leaveUnread(Exchange exchange) {
        Exception reason = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
        Message message = exchange.getMessage();
        message.setBody(ResponseBody.unreadable(reason, ResponseHeaders.contentType(message)));
    }
}
