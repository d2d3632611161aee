package io.consentry.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody at a browser. Notes whatever must never happen on any page: a request that leaves the machine, a complaint
 * of the browser (a broken content policy is one), a dialog that some script opened.
 */
final class Visitor implements AutoCloseable {

    /** Whom the samples are about, whoever else is called so; a hostile name would be there too. */
    private static final Pattern NAMES_SOMEBODY =
            Pattern.compile("fernside|haldane|marla|tamsin|wolfeschlegel|999000\\d{4}|%3Cscript", CASE_INSENSITIVE);

    /** On a machine that does much else. */
    static final double SOON_MILLIS = 60_000;

    private final String address;
    private final boolean withScript;
    private final BrowserContext context;
    private final Page page;
    private boolean strangersExpected;
    private final List<String> wrong = new ArrayList<>();

    private Visitor(RunningConsole.Open console, boolean withScript) {
        address = console.address();
        this.withScript = withScript;
        context = console.browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(withScript)
                        .setLocale("en-GB")
                        .setViewportSize(PageRules.WIDE, PageRules.HEIGHT));
        page = context.newPage();
        page.setDefaultTimeout(SOON_MILLIS);
        page.onRequest(request -> {
            if (!strangersExpected && !request.url().startsWith(address)) {
                wrong.add("left the machine: " + request.url());
            }
            if (NAMES_SOMEBODY.matcher(request.url()).find()) {
                wrong.add("a patient in an address: " + request.url());
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

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** For a visit to somebody else's page; what that page does is still watched. */
    void expectStrangers() {
        strangersExpected = true;
    }

    /** Opens the page again and again until this stands on it. */
    Visitor waitUntilShown(String path, String text) {
        String place = path.startsWith("/") ? address + path : path;
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    page.navigate(place);
                    return text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
                });
        return this;
    }

    /** Chooses a file in a form, as if it lay on the person's disk. */
    void choose(String field, String name, String content) {
        page.locator(field).setInputFiles(new FilePayload(name, "application/octet-stream", content.getBytes(UTF_8)));
    }

    /** Opens whatever is folded, so that it is seen and checked too. */
    Visitor unfold() {
        for (Locator folded : page.locator("details").all()) {
            if (folded.getAttribute("open") == null) {
                folded.locator("> summary").click();
            }
        }
        return this;
    }

    /** Files from the item's page, with every warning that must be seen ticked as seen. */
    void seeAndFile() {
        for (Locator seen : page.locator("input[name=seen]").all()) {
            seen.check();
        }
        button("File").click();
    }

    /** Waits until all of this stands on the page. */
    Visitor sees(String... texts) {
        for (String text : texts) {
            PlaywrightAssertions.assertThat(page.locator("main")).containsText(text);
        }
        return this;
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** Photographs the page at both widths, and holds it against the rules that every page keeps. */
    Visitor check(String name) {
        if (NAMES_SOMEBODY.matcher(page.title()).find()) {
            wrong.add("a patient in a title: " + page.title());
        }
        if (withScript) {
            PageRules.check(page, name);
        } else {
            PageRules.checkWithoutScript(context.browser(), page, name);
        }
        assertThat(wrong).as(name).isEmpty();
        return this;
    }

    @Override
    public void close() {
        context.close();
        assertThat(wrong).isEmpty();
    }
}
