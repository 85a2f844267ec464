package io.hcpnbridge.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --bridge.describe}: what programmers of ERPs paste fits the files and messages that the adapter reads and writes. */
class DescriptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bridge.describe=orders.renw --as=sql | There is no interface orders.renw; write orders.renew if that is meant",
                "--bridge.describe=orders.renew | Write --as= and one of abap, asyncapi, copybook, json-schema, sql, xsd",
                "--bridge.describe=orders.renew --as=cobol | Write --as= and one of",
                "--bridge.describe=customers.create --as=copybook | customers.create has no fixed-length lines: its files are xml",
                "--bridge.describe=orders.renew --as=xsd | orders.renew has no XML: its files are fixed-length",
            })
    void whatCannotBeDescribedIsSaidInASentence(String arguments, String sentence) {
        var told = Described.run(arguments.split(" ", -1));

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.error()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theManualShowsWhatIsWritten(String language) throws IOException {
        var page = Files.readString(Path.of("src/docs", language, "erp-manual.md"));

        var shown = page.split("--as=copybook\n```\n\n```text\n", -1)[1].split("```", -1)[0];
        assertThat(Described.as("copybook", "orders.renew")).contains(shown.split("⋯\n", -1));
    }

    @Test
    void aloneItListsTheInterfacesWithTheirTitles() {
        assertThat(Described.run("--bridge.describe").out().lines())
                .hasSize(17)
                .contains("orders.renew               Renew yearly and monthly resources / 续订包年/包月资源");
    }

    @Test
    void anInterfaceThatDoesNotCompileIsListedAsSuch(@TempDir Path mappings) throws IOException {
        var broken = Files.createDirectories(mappings.resolve("stock.query"));
        Files.writeString(broken.resolve("interface.yaml"), "title: {en: Query stock}");

        assertThat(Described.run("--bridge.describe", "--bridge.mappings=" + mappings.toUri() + ",file:mappings/")
                        .out()
                        .lines())
                .hasSize(18)
                .contains(
                        "stock.query                does not compile, --bridge.check says why / 无法编译，--bridge.check 给出原因");
    }
}
