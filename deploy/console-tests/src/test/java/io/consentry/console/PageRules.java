package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;

/** What every page keeps: WCAG 2.2 A and AA as far as axe sees it, and no sideways scrolling. Photographs it, too. */
final class PageRules {

    static final int WIDE = 1280;
    static final int HEIGHT = 900;

    private static final int NARROW = 320;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private PageRules() {}

    static void check(Page page, String name) {
        at(page, WIDE, name);
        at(page, NARROW, name);
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(width).as(name + " scrolls sideways at 320").isLessThanOrEqualTo(NARROW);
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** Photographs it as it would be printed. */
    static void print(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        photograph(page, name + "-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** Of a page without script, in which axe cannot run: the same page is shown again, where it can. */
    static void checkWithoutScript(Browser browser, Page page, String name) {
        String html = page.content();
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(WIDE, HEIGHT))) {
            Page copy = context.newPage();
            copy.route("**/*.js", Route::abort);
            copy.route(
                    page.url(),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html;charset=utf-8")
                            .setBody(html)));
            copy.navigate(page.url());
            check(copy, name);
        }
    }

    private static void at(Page page, int width, String name) {
        page.setViewportSize(width, HEIGHT);
        photograph(page, name + "-" + width);
        List<String> violations = new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getHtml()))
                                        .limit(3)
                                        .toList())
                        .toList();
        assertThat(violations).as(name + " at " + width).isEmpty();
    }

    private static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
