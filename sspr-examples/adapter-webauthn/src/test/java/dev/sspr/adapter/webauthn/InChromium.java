package dev.sspr.adapter.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Asked;
import dev.sspr.adapter.webauthn.Scene.Offered;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The README's page in Chromium, with the browser's virtual authenticator. */
abstract class InChromium {
    static final CredentialVerifier.Verification WRONG =
            new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);

    static Chromium chromium;
    static Site site;
    static Site otherSite;
    static Site frame;

    final Scene scene = new Scene(
            PasskeyVerifier.builder("localhost", site.origin("localhost")).build());

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        site = new Site("");
        otherSite = new Site("");
        frame = new Site(site.origin("localhost"));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            site.close();
            otherSite.close();
            frame.close();
        }
    }

    @BeforeEach
    void open() {
        chromium.plugIn();
        chromium.open(site.origin("localhost"));
    }

    static String text(Prompt prompt) {
        return ((Prompt.PublicKey) prompt).json();
    }

    /** What the page makes of the options, after somebody changed them on the way. */
    static Response answer(String method, Prompt options, UnaryOperator<String> change) {
        String changed = change.apply(text(options));
        assertThat(changed).isNotEqualTo(text(options));
        return answer(method, changed);
    }

    static Response answer(String method, String options) {
        String answer = chromium.call(method, options);
        assertThat(answer).startsWith("{");
        return new Response.PublicKey(Secret.of(answer));
    }

    static Response create(Offered offered) {
        return answer("create", text(offered.options()));
    }

    static Response get(Asked asked) {
        return answer("get", text(asked.options()));
    }

    Credential enrol(UserId user) {
        Offered offered = scene.offered(user);
        CredentialVerifier.EnrolmentResult enrolled = offered.confirm(create(offered));
        assertThat(enrolled).isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        return ((CredentialVerifier.EnrolmentResult.Enrolled) enrolled).credential();
    }
}
