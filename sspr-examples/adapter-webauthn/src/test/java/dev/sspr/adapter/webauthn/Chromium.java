package dev.sspr.adapter.webauthn;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** A real browser with a virtual authenticator inside. */
final class Chromium implements AutoCloseable {
    /** Held, or the setting is lost with the logger. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private VirtualAuthenticator authenticator;

    private Chromium(Path browser, Path driver) {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update");
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .build(),
                options);
        this.driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
        plugIn();
    }

    /** Starts it; a test skips where there is none, and fails where there has to be one. */
    static Chromium start() {
        Optional<Path> browser = onPath("chromium");
        Optional<Path> driver = onPath("chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            String missing = "needs chromium and chromedriver on the path (Debian: chromium chromium-driver)";
            if ("true".equals(System.getenv("SSPR_REQUIRE_TOOLS"))) {
                return fail(missing);
            }
            return abort(missing);
        }
        return new Chromium(browser.get(), driver.get());
    }

    private static Optional<Path> onPath(String tool) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** A new authenticator in place of the last: with room for passkeys, and a person who gives the right PIN. */
    void plugIn() {
        plugIn(true);
    }

    /** One that has no way to tell who touches it. */
    void plugInWithoutVerification() {
        plugIn(false);
    }

    private void plugIn(boolean verifies) {
        if (authenticator != null) {
            ((HasVirtualAuthenticator) driver).removeVirtualAuthenticator(authenticator);
        }
        authenticator = ((HasVirtualAuthenticator) driver)
                .addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                        .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                        .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                        .setHasResidentKey(true)
                        .setHasUserVerification(verifies)
                        .setIsUserVerified(verifies));
    }

    VirtualAuthenticator authenticator() {
        return authenticator;
    }

    void open(String url) {
        driver.get(url);
    }

    void enterFrame() {
        driver.switchTo().frame(0);
    }

    void run(String script) {
        driver.executeScript(script);
    }

    /** Calls the page's script; its answer, or the name of the error that it met. */
    String call(String method, String options) {
        return (String) driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "passkeys[arguments[0]](arguments[1]).then(done, (error) => done(error.name));",
                method,
                options);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
