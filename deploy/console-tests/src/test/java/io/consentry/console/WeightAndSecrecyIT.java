package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How heavy the pages are, how fast the first one is, and what the session gives away. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class WeightAndSecrecyIT {

    private static final int FIRST_TIME = 400 * 1024;
    private static final int AFTERWARDS = 60 * 1024;

    /** So many wait; the goal is for 5,000, measured alone on a machine with -Dconsole.pending=5000. */
    private static final int PENDING = Integer.getInteger("console.pending", 300);

    /** On a machine that does other things too the goal says little; a page that takes this long is broken. */
    private static final int LIMIT_MILLIS = Integer.getInteger("console.limit-millis", 5000);

    private static final int VISITS = 15;

    @Test
    void fullWorklist_isLight_andSoonThere(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        surgery.receiveMany(PENDING);
        try (Visitor visitor = Visitor.with(console)) {
            Page page = visitor.page();
            visitor.open("/console/sign-in");
            long signIn = bytesOf(page);
            visitor.signIn("practice", surgery.ods(), "Dr Tomas Lind");
            long first = signIn + bytesOf(page);
            visitor.open("/console/worklist?status=pending");
            long afterwards = bytesOf(page);
            System.out.println("Page weight: " + first + " bytes first, afterwards " + afterwards);
            assertThat(signIn).as("stylesheet and script are fetched once").isGreaterThan(afterwards);
            assertThat(first).as("the first time").isLessThan(FIRST_TIME);
            assertThat(afterwards).as("afterwards").isLessThan(AFTERWARDS);

            double[] millis = new double[VISITS];
            for (int i = 0; i < VISITS; i++) {
                Response answer = page.navigate(page.url());
                assertThat(answer.status()).isEqualTo(200);
                millis[i] = answer.request().timing().responseStart;
            }
            Arrays.sort(millis);
            System.out.println("First page with " + PENDING + " pending: median " + millis[VISITS / 2] + " ms, slowest "
                    + millis[VISITS - 1] + " ms");
            assertThat(millis[VISITS / 2]).isLessThan(LIMIT_MILLIS);
        }
    }

    @Test
    void session_isOutOfReachOfScriptsAndOtherSites(RunningConsole.Open console) {
        try (Visitor visitor = Visitor.with(console).signIn("practice", "Z00001", "Dr Tomas Lind")) {
            List<Cookie> cookies = visitor.page().context().cookies();
            assertThat(cookies).hasSize(1);
            assertThat(cookies.get(0).httpOnly).isTrue();
            assertThat(cookies.get(0).sameSite.name()).isEqualTo("LAX");
            assertThat(visitor.page().evaluate("document.cookie")).isEqualTo("");
            // The script notes the address of the page it is on, which names nobody, and keeps no page.
            assertThat(visitor.page().evaluate("Object.keys({...localStorage, ...sessionStorage}).join()"))
                    .isIn("", "htmx-current-path-for-history");
            visitor.button("Sign out").click();
            assertThat(visitor.page().context().cookies()).isEmpty();
            visitor.open("/console/worklist");
            assertThat(visitor.page().url()).endsWith("/console/sign-in");
        }
    }

    @Test
    void formOfAnotherSite_doesNothing(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        try (Visitor visitor = Visitor.with(console).signIn("data-controller", surgery.ods(), "Dr Asha Verrall")) {
            Page page = visitor.page();
            // The same machine under another name is another site to a browser.
            String elsewhere = console.address().replace("127.0.0.1", "localhost");
            page.context()
                    .route(
                            elsewhere + "/attack",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("text/html")
                                    .setBody("<form method=post action='" + console.address() + "/console/switch/move'>"
                                            + "<input name=what value=everything><input name=decision value=opted-out>"
                                            + "<input name=reason value=other><button>Win a prize</button></form>")));
            visitor.expectStrangers();
            page.navigate(elsewhere + "/attack");
            page.getByText("Win a prize").click();
            page.waitForLoadState();
            assertThat(page.url()).doesNotContain("kept=");
            visitor.open("/console/switch");
            assertThat(visitor.page().locator(".con-state").innerText()).contains("are taken");
        }
    }

    /** What the page and its files took over the network: nothing, where the browser had kept them. */
    private static long bytesOf(Page page) {
        page.waitForLoadState();
        return ((Number) page.evaluate("""
                        performance.getEntriesByType('navigation')
                          .concat(performance.getEntriesByType('resource'))
                          .reduce((sum, one) => sum + one.transferSize, 0)""")).longValue();
    }
}
