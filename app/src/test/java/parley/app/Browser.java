package parley.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium. Pages are photographed into {@code target/screens}. */
public final class Browser implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    /** Starts the browser that is installed; the test command installs one where it is missing. */
    public Browser() {
        Path program = PLACES.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium is installed; `apt-get install chromium`."));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Returns a page in a browser profile of its own where nobody is signed in. */
    public Page nobody(TestServer server) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBaseURL(server.site.address()));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** Returns a page in a profile of its own where somebody is signed in. */
    public Page as(TestServer server, String login) {
        return signedIn(nobody(server), server, login);
    }

    /** Returns such a page in a browser that runs no script. */
    public Page withoutScript(TestServer server, String login) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBaseURL(server.site.address())
                .setJavaScriptEnabled(false));
        context.setDefaultTimeout(15_000);
        return signedIn(context.newPage(), server, login);
    }

    private static Page signedIn(Page page, TestServer server, String login) {
        page.context()
                .addCookies(List.of(new Cookie("__Host-parley", server.signIn(login))
                        .setUrl(server.site.address().replace("http:", "https:"))
                        .setSecure(true)
                        .setHttpOnly(true)
                        .setSameSite(SameSiteAttribute.STRICT)));
        return page;
    }

    /** Photographs a page, wide and narrow. */
    public static void photograph(Page page, String name) {
        Path folder = TestServer.root().resolve("app/target/screens");
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(folder.resolve("%s-%d.png".formatted(name, width))));
        }
        page.setViewportSize(1280, 900);
    }

    /** Closes the pages that are open. */
    public void closePages() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
