package io.consentry.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.consentry.local.callsuite.Gateway;
import io.consentry.local.issuetoken.LocalTokens;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import io.consentry.local.runsuite.Progress;
import io.consentry.local.runsuite.ServiceProcess;
import io.consentry.local.runsuite.Suite;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running suite and one browser for all tests; each test takes a practice and a browser context of its own. */
final class RunningConsole implements ParameterResolver {

    private static final int PORT_OFFSET = 6000;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Open.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Open.class, type -> Open.start());
    }

    /** The suite, and a browser to look at it. */
    record Open(
            Suite suite, String address, Gateway gateway, LocalTokens tokens, Playwright playwright, Browser browser)
            implements AutoCloseable {

        static Open start() {
            try {
                // What it leaves, its logs among it, can be looked at until the next run.
                Path directory = Path.of("target", "console suite").toAbsolutePath();
                FileUtils.deleteDirectory(directory.toFile());
                Home home = new Home(directory);
                home.create();
                Ports ports = new Ports(PORT_OFFSET);
                Suite suite = new Suite(Project.fromSystemProperty(), home, ports, null, new Printed());
                suite.start();
                PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.SOON_MILLIS);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(NeedsChromium.executable())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync")));
                return new Open(
                        suite,
                        ports.address(ServiceName.GATEWAY),
                        new Gateway(ports),
                        LocalTokens.of(home, Clock.systemUTC()),
                        playwright,
                        browser);
            } catch (Exception e) {
                throw new IllegalStateException("The suite or the browser did not start: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws Exception {
            try (playwright) {
                browser.close();
            } finally {
                suite.close();
            }
        }
    }

    /** Says on standard output how far the start is. */
    private static final class Printed implements Progress {

        @Override
        public void say(String line) {
            System.out.println(line);
        }

        @Override
        public void started(ServiceProcess process) {}

        @Override
        public boolean givenUp() {
            return false;
        }
    }
}
