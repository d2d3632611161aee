package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at a browser. Notes whatever must never happen on any page: a request that leaves the machine, a complaint
 * of the browser (a broken content policy is one), a dialog that some script opened.
 */
final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 320;
    private static final int HEIGHT = 900;

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> wrong = new ArrayList<>();

    private Visitor(RunningConsole.Open console, boolean withScript) {
        address = console.address();
        context = console.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(withScript)
                        .setLocale("en-GB")
                        .setViewportSize(WIDE, HEIGHT));
        page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                wrong.add("left the machine: " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            // A refusal is an answer that some tests ask for.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                wrong.add("browser: " + message.text());
            }
        });
        page.onDialog(dialog -> {
            wrong.add("a script ran: " + dialog.message());
            dialog.dismiss();
        });
    }

    static Visitor with(RunningConsole.Open console) {
        return new Visitor(console, true);
    }

    static Visitor withoutScript(RunningConsole.Open console) {
        return new Visitor(console, false);
    }

    Visitor signIn(String role, String ods, String name) {
        page.navigate(address + "/console/sign-in");
        page.getByLabel("Role").selectOption(role);
        page.getByLabel("Organisation").fill(ods);
        page.getByLabel("Name (optional)").fill(name);
        button("Sign in").click();
        return this;
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(address + path);
        return this;
    }

    com.microsoft.playwright.Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** Photographs the page at both widths, and holds it against the rules that every page keeps. */
    Visitor check(String name) {
        page.setViewportSize(WIDE, HEIGHT);
        photograph(name + "-1280");
        accessible(name + " at 1280");
        page.setViewportSize(NARROW, HEIGHT);
        photograph(name + "-320");
        accessible(name + " at 320");
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(width).as(name + " scrolls sideways at 320").isLessThanOrEqualTo(NARROW);
        page.setViewportSize(WIDE, HEIGHT);
        assertThat(wrong).as(name).isEmpty();
        return this;
    }

    private void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    private void accessible(String name) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getHtml()))
                                        .limit(3)
                                        .toList())
                        .toList())
                .as(name)
                .isEmpty();
    }

    @Override
    public void close() {
        context.close();
        assertThat(wrong).isEmpty();
    }
}
