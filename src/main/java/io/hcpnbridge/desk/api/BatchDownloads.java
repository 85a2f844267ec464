package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.Downloads;
import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.BatchFiles;
import io.hcpnbridge.desk.read.BatchFiles.Part;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What came with a batch, what went, and what is to be corrected, as files in the ERP's format. They tell of persons, so they are not for who
 * may only look; who has fetched one is written down.
 */
@RestController
@ConditionalOnWebApplication
@Tag(name = "batches")
class BatchDownloads {
    private final BatchFiles files;
    private final Downloads downloads;

    BatchDownloads(BatchFiles files, Downloads downloads) {
        this.files = files;
        this.downloads = downloads;
    }

    @GetMapping("/api/v1/batches/{batch}/came")
    @Operation(summary = "What came, as the ERP writes it")
    void came(@PathVariable long batch, Person person, HttpServletResponse response) throws IOException {
        write(batch, Part.CAME, "came", person, response);
    }

    @GetMapping("/api/v1/batches/{batch}/repair")
    @Operation(
            summary =
                    "The documents that were refused or have failed, as a file of the ERP: to be corrected, given new numbers and handed in")
    void repair(@PathVariable long batch, Person person, HttpServletResponse response) throws IOException {
        write(batch, Part.REPAIR, "repair", person, response);
    }

    @GetMapping("/api/v1/batches/{batch}/went")
    @Operation(summary = "The last answer, byte by byte")
    void went(@PathVariable long batch, Person person, HttpServletResponse response) throws IOException {
        Permission.require(person, Person::maySeePersons);
        var answer = files.findAnswer(batch).orElseThrow(Permission::notThere);
        downloads.fetched(person, answer.tenant(), answer.interfaceName(), "answer of batch " + batch);
        begin(response, answer.name() + ".answer");
        files.write(answer, response.getOutputStream());
    }

    private void write(long batch, Part part, String mark, Person person, HttpServletResponse response)
            throws IOException {
        Permission.require(person, Person::maySeePersons);
        var file = files.find(batch, part).orElseThrow(Permission::notThere);
        downloads.fetched(person, file.tenant(), file.interfaceName(), mark + " of batch " + batch);
        begin(response, marked(file.name(), mark));
        files.write(file, response.getOutputStream());
    }

    private static void begin(HttpServletResponse response, String name) {
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** {@code renewals.txt} becomes {@code renewals.repair.txt}. */
    private static String marked(String name, String mark) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "." + mark : name.substring(0, dot) + "." + mark + name.substring(dot);
    }
}
