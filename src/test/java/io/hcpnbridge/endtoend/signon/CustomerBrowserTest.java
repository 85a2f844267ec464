package io.hcpnbridge.endtoend.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.hcpnbridge.operate.Chromium;
import io.hcpnbridge.rehearsal.RunningBridge;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A customer in a real browser: one click leads to the partner's console, by way of a new account or of one that is bound. */
@Tag("slow")
@Tag("browser")
class CustomerBrowserTest {
    private static final Path PICTURES = Path.of("target", "sign-on");

    @Test
    void oneClickLeadsToTheConsoleInBothPurposes() throws Exception {
        Assumptions.assumeTrue(Chromium.isInstalled(), "Nobody signs on: install the package chromium");
        Files.createDirectories(PICTURES);
        try (var doorstep = Doorstep.open(any -> {});
                var chromium = Chromium.start();
                var customer = chromium.window(URI.create(doorstep.portal()), "zh-CN")) {
            var partner = doorstep.partner();
            var bridge = doorstep.bridge();

            customer.navigate(link(bridge, "B-1", "BIND"));
            customer.getByText("Create and bind").click();
            customer.waitForURL(partner.address() + "/console/iam/");
            assertThat(customer.locator("#account").innerText()).isEqualTo("account-of-user-9");

            customer.context().clearCookies();
            customer.navigate(link(bridge, "B-2", "SIGN-ON"));
            customer.waitForURL(partner.address() + "/console/iam/");
            assertThat(customer.locator("#account").innerText()).isEqualTo("account-of-user-9");

            customer.navigate(doorstep.portal() + "/s/used-or-not-complete");
            assertThat(customer.locator("body").innerText()).contains("该链接已使用");
            customer.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("closed.png")));
        }
    }

    private static String link(RunningBridge bridge, String document, String purpose) {
        return ErpMessage.user(bridge, document, purpose, "user-9", "console")
                .path("link")
                .asText();
    }
}
