package io.hcpnbridge.intake;

import io.hcpnbridge.erp.ErpProperties;
import io.hcpnbridge.ledger.Arrival;
import io.hcpnbridge.mapping.format.Form;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** Takes a file in; the route moves it to the folder that this returns. */
@Component("fileIntake")
public class FileIntake {
    private final BatchIntake batches;
    private final ErpProperties erp;
    private final PollWatch polls;

    FileIntake(BatchIntake batches, ErpProperties erp, PollWatch polls) {
        this.batches = batches;
        this.erp = erp;
        this.polls = polls;
    }

    /**
     * Writes the file to the ledger.
     *
     * @return {@code .done}, or {@code .refused}: the sub-folder the file belongs into now
     * @throws IncompleteFileException if less came than the server announced
     */
    public String takeIn(
            @ExchangeProperty("interface") String interfaceName,
            @Header(Exchange.FILE_NAME_ONLY) String fileName,
            @Header(Exchange.FILE_LENGTH) long announced,
            @Body InputStream content,
            Exchange exchange)
            throws IOException {
        polls.alive(exchange.getFromRouteId());
        try {
            return takeIn(interfaceName, fileName, announced, content);
        } finally {
            polls.goesOn(exchange.getFromRouteId());
        }
    }

    private String takeIn(String interfaceName, String fileName, long announced, InputStream content)
            throws IOException {
        if (announced > erp.maxFileSize().toBytes()) {
            batches.refuse(
                    interfaceName,
                    Form.FILE,
                    Arrival.ofFile(fileName),
                    "has more than " + erp.maxFileSize().toMegabytes() + " MB");
            return ".refused";
        }
        try (var file = SpooledFile.of(content)) {
            if (file.size() != announced) {
                throw new IncompleteFileException(announced, file.size());
            }
            return batches.takeIn(interfaceName, Form.FILE, Arrival.ofFile(fileName), file) ? ".done" : ".refused";
        }
    }
}
