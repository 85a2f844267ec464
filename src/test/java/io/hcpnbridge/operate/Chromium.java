package io.hcpnbridge.operate;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own Chromium; Playwright downloads none. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Whether there is one. */
    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts it, without a window. */
    public static Chromium start() {
        var settings = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        Playwright playwright = Playwright.create(settings);
        try {
            var options =
                    new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS);
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** A fresh window, 1400 × 850, nobody logged in. */
    Browser.NewPageOptions window() {
        return new Browser.NewPageOptions().setViewportSize(1400, 850);
    }

    /** Opens Hawtio in a fresh window; without a session that is the login page. */
    public HawtioPage hawtio(URI server) {
        return new HawtioPage(browser.newPage(window()), server);
    }

    /** The same in a window of another size, in points, and with finer pixels: diagrams are fitted into what there is. */
    public HawtioPage hawtio(URI server, int width, int height, int pixelsPerPoint) {
        var window = new Browser.NewPageOptions().setViewportSize(width, height).setDeviceScaleFactor(pixelsPerPoint);
        return new HawtioPage(browser.newPage(window), server);
    }

    /** A fresh window whose person reads that language, such as {@code zh-CN}, and nobody logged in. */
    public Page window(URI server, String language) {
        return browser.newPage(window().setLocale(language).setBaseURL(server.toString()));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
