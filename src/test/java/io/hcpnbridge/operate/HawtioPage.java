package io.hcpnbridge.operate;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Hawtio as a person sees it. */
public final class HawtioPage implements AutoCloseable {
    /** A busy machine opens Hawtio slowly. */
    private static final Duration TIMEOUT = Duration.ofSeconds(180);

    private static final int MARGIN = 20;
    /** Some step of the diagram has a counter above zero. */
    private static final String COUNTED =
            "() => [...document.querySelectorAll('.react-flow__node')].some(step => /^[1-9]\\d*$/m.test(step.innerText))";

    private static final Pattern STEP = Pattern.compile("^\\s*\\(ID: (.*)\\)$");

    private final Page page;
    private final URI server;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    HawtioPage(Page page, URI server) {
        this.page = page;
        this.server = server;
        page.setDefaultTimeout(TIMEOUT.toMillis());
        page.setDefaultNavigationTimeout(TIMEOUT.toMillis());
        page.onPageError(troubles::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                troubles.add(message.text());
            }
        });
        page.onResponse(this::noteRefusal);
        page.navigate(server.resolve("/").toString());
    }

    private void noteRefusal(Response response) {
        boolean asked = response.url().contains("/jolokia") && response.status() == 200;
        if (asked && response.text().contains("\"status\":403")) {
            troubles.add("refused: " + response.request().postData());
        }
    }

    /** Fills in the login form. */
    public HawtioPage login(String user, String password) {
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(password);
        page.locator("form button").click();
        return this;
    }

    /** Opens an address of this server. */
    public HawtioPage open(String path) {
        page.navigate(server.resolve(path).toString());
        return this;
    }

    /** Opens a route in the tree and waits for its diagram. */
    public HawtioPage openRoute(String id) {
        openFolder(id);
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(id))
                .waitFor();
        return openTab("Route Diagram");
    }

    /** Opens the folder of all routes, e.g. for {@code openTab("Routes")}. */
    public HawtioPage openAllRoutes() {
        return openRoute("routes");
    }

    /** Opens a folder of the tree that is no route, e.g. {@code endpoints}. */
    public HawtioPage openFolder(String name) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Camel").setExact(true))
                .click();
        page.getByRole(AriaRole.TREE)
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    /** Logs out by the menu at the top right. */
    public HawtioPage logout() {
        page.locator("#hawtio-header-user-dropdown-toggle").click();
        page.getByText("Log out").click();
        return this;
    }

    /** Opens a tab of the chosen tree node. */
    public HawtioPage openTab(String name) {
        page.getByRole(AriaRole.MAIN)
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        return this;
    }

    /** What stands in the diagram for a step, its counters included; waits for it. */
    String step(String id) {
        Locator node =
                page.locator(".react-flow__node").filter(new Locator.FilterOptions().setHasText("(ID: " + id + ")"));
        node.waitFor();
        return node.innerText();
    }

    /** The names of all steps in the diagram that is open; waits for the first. */
    public List<String> steps() {
        page.locator(".camel-node-id").first().waitFor();
        return page.locator(".camel-node-id").allInnerTexts().stream()
                .map(id -> STEP.matcher(id).replaceAll("$1"))
                .toList();
    }

    /** All that can be read on the page. */
    public String text() {
        return page.locator("body").innerText();
    }

    /** Waits until this can be read on the page. */
    public HawtioPage waitFor(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    String address() {
        return page.url();
    }

    /** Script errors, refused Jolokia requests and violations of the content policy so far. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** Saves what is seen as a PNG, once nothing moves any more. */
    public HawtioPage screenshot(Path file) {
        page.waitForTimeout(1_000);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return this;
    }

    /** Saves the steps of a diagram alone, as a PNG, once a step shows that it was taken. */
    public HawtioPage screenshotOfDiagram(Path file) {
        page.waitForFunction(COUNTED);
        page.waitForTimeout(1_000);
        var steps = page.locator(".react-flow__node").all().stream()
                .map(Locator::boundingBox)
                .toList();
        var left = steps.stream().mapToDouble(box -> box.x).min().orElseThrow() - MARGIN;
        var top = steps.stream().mapToDouble(box -> box.y).min().orElseThrow() - MARGIN;
        var right = steps.stream().mapToDouble(box -> box.x + box.width).max().orElseThrow() + MARGIN;
        var bottom = steps.stream().mapToDouble(box -> box.y + box.height).max().orElseThrow() + MARGIN;
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setClip(left, top, right - left, bottom - top));
        return this;
    }

    @Override
    public void close() {
        page.close();
    }
}
