package io.hcpnbridge.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.hcpnbridge.rehearsal.FreePort;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person comes from the company's login, which is another site for the browser, and leaves for it. */
@Tag("slow")
@Tag("browser")
class SignOnBrowserTest {
    private static final Path PICTURES = Path.of("target", "hawtio");

    @Test
    void aPersonSignsOnSeesHawtioAndSignsOut() throws Exception {
        Assumptions.assumeTrue(Chromium.isInstalled(), "Nobody signs on: install the package chromium");
        Files.createDirectories(PICTURES);
        var port = FreePort.find();
        var address = "http://127.0.0.1:" + port;
        try (var company = CompanyLogin.start(address, 0).person("li.wei", "erp-desk");
                var console = RunningConsole.over(
                        RunningConsole.PARCELS, SignOnTest.arguments(port, address, company.issuer()));
                var chromium = Chromium.start();
                var window = chromium.window(console.at("/"), "zh-CN")) {
            window.navigate("/");
            window.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("sign-on.png")));
            assertThat(window.locator("body").innerText()).contains("请登录", "登录").doesNotContain("Sign in");
            window.getByText("Company login").click();
            window.getByText("li.wei").click();

            window.getByText("take-parcels").first().waitFor();
            assertThat(window.url()).startsWith(address + "/actuator/hawtio/");
            assertThat(window.locator("#hawtio-header-user-dropdown-toggle").innerText())
                    .contains("li.wei");

            window.locator("#hawtio-header-user-dropdown-toggle").click();
            window.getByText("Log out").click();
            window.waitForURL(company.issuer() + "/logout?**");
            window.navigate("/actuator/hawtio/");
            assertThat(window.url()).endsWith("/login");
        }
    }
}
