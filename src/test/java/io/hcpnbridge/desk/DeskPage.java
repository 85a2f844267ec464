package io.hcpnbridge.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.hcpnbridge.operate.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The desk as a person sees it. */
public final class DeskPage implements AutoCloseable {
    private static final double TIMEOUT = 180_000;

    private final Page page;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    private DeskPage(Page page) {
        this.page = page;
        page.setDefaultTimeout(TIMEOUT);
        page.setDefaultNavigationTimeout(TIMEOUT);
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                troubles.add(message.text());
            }
        });
    }

    /** Logs in, in a window of its own. */
    public static DeskPage login(Chromium chromium, URI server, String language, String user, String password) {
        var desk = new DeskPage(chromium.window(server.resolve("/"), language));
        desk.page.navigate("/");
        desk.page.locator("input[name=username]").fill(user);
        desk.page.locator("input[name=password]").fill(password);
        desk.page.locator("form button").click();
        return desk;
    }

    DeskPage open(String path) {
        page.navigate(path);
        return this;
    }

    /** Waits until this can be read in Hawtio's frame of the desk. */
    public DeskPage waitForInFrame(String text) {
        page.frameLocator("iframe").getByText(text).first().waitFor();
        return this;
    }

    DeskPage waitFor(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    DeskPage fill(String form, String field, String value) {
        within(form).locator("[name=" + field + "]").fill(value);
        return this;
    }

    DeskPage choose(String form, String field, String value) {
        within(form).locator("[name=" + field + "][value=" + value + "]").check();
        return this;
    }

    DeskPage select(String form, String field, String value) {
        within(form).locator("select[name=" + field + "]").selectOption(value);
        return this;
    }

    /** Presses the button of a form and waits for the page that comes. */
    DeskPage send(String form) {
        page.waitForNavigation(() -> within(form).locator("button").click());
        return this;
    }

    /** Presses the first button with that text. */
    DeskPage press(String text) {
        page.getByText(text).first().click();
        return this;
    }

    /** Asks for that text in the head of the page. */
    DeskPage search(String text) {
        page.locator("input[type=search]").fill(text);
        page.waitForNavigation(() -> page.locator("input[type=search]").press("Enter"));
        return this;
    }

    boolean has(String form) {
        return within(form).count() > 0;
    }

    /** Posts JSON past the page's forms, with the page's token; gives the status. */
    int post(String path, String json) {
        return (Integer) page.evaluate(
                """
                async ([path, json]) => (await fetch(path, {method: 'POST', body: json, headers: {
                    'Content-Type': 'application/json',
                    ...JSON.parse(document.body.getAttribute('hx-headers'))}})).status
                """,
                List.of(path, json));
    }

    /** Fetches past the page; gives the status. */
    int get(String path) {
        return (Integer) page.evaluate("async path => (await fetch(path)).status", path);
    }

    /** Follows the link of that text to a file. */
    byte[] download(String link) throws IOException {
        var download = page.waitForDownload(() -> page.getByText(link).first().click());
        return Files.readAllBytes(download.path());
    }

    String text() {
        return page.locator("body").innerText();
    }

    /** What axe finds of the page that hinders people seriously: each rule with the elements that break it. */
    List<String> hindrances() {
        var found = new AxeBuilder(page).analyze();
        assertThat(found.getPasses()).as("rules that were asked").hasSizeGreaterThan(20);
        return found.getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": "
                        + rule.getNodes().stream().map(CheckedNode::getHtml).toList())
                .toList();
    }

    /** What a script finds, as a text. */
    String script(String expression) {
        return String.valueOf(page.evaluate(expression));
    }

    String address() {
        return URI.create(page.url()).getPath();
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }

    public DeskPage screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return this;
    }

    private Locator within(String form) {
        return page.locator("form[hx-post='/api/v1%1$s'], form[hx-post^='/api/v1%1$s?']".formatted(form));
    }

    @Override
    public void close() {
        page.close();
    }
}
