package dev.sspr.adapter.webauthn;

import static dev.sspr.adapter.webauthn.Scene.ANNA;
import static dev.sspr.adapter.webauthn.Scene.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.adapter.webauthn.Scene.Asked;
import dev.sspr.adapter.webauthn.Scene.Offered;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.Finding;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import dev.sspr.spi.Verified;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The README's page in Chromium, with the browser's virtual authenticator, and the same page led astray. */
final class ChromiumTest {
    private static final Verified WRONG = new Verified.Not(Checked.WRONG);

    private static Chromium chromium;
    private static Site site;
    private static Site otherSite;
    private static Site frame;

    private final Scene scene = new Scene(
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

    private static String text(Prompt prompt) {
        return ((Prompt.PublicKey) prompt).json();
    }

    /** What the page makes of the options, after somebody changed them on the way. */
    private static Response answer(String method, Prompt options, UnaryOperator<String> change) {
        String changed = change.apply(text(options));
        assertThat(changed).isNotEqualTo(text(options));
        return answer(method, changed);
    }

    private static Response answer(String method, String options) {
        String answer = chromium.call(method, options);
        assertThat(answer).startsWith("{");
        return new Response.PublicKey(Secret.of(answer));
    }

    private static Response create(Offered offered) {
        return answer("create", text(offered.options()));
    }

    private static Response get(Asked asked) {
        return answer("get", text(asked.options()));
    }

    private Credential enrol(UserId user) {
        Offered offered = scene.offered(user);
        Enrolled enrolled = offered.confirm(create(offered));
        assertThat(enrolled).isInstanceOf(Enrolled.Made.class);
        return ((Enrolled.Made) enrolled).credential();
    }

    private static Enrolled unfit(String code) {
        return new Enrolled.Unfit(List.of(Finding.of(code)));
    }

    @Test
    void passkey_enrolledInTheBrowser_provesItselfAgainAndAgain() {
        Credential kept = enrol(ANNA);
        for (int i = 0; i < 3; i++) {
            Asked asked = scene.asked(ANNA, kept);
            Verified verified = asked.check(get(asked));
            assertThat(verified).isInstanceOf(Verified.Passed.class);
            kept = ((Verified.Passed) verified).next().orElseThrow();
        }
    }

    @Test
    void passkey_inABrowserWithoutJsonMethods_worksByTheFallback() {
        chromium.run("delete PublicKeyCredential.parseCreationOptionsFromJSON;"
                + "delete PublicKeyCredential.parseRequestOptionsFromJSON;"
                + "delete PublicKeyCredential.prototype.toJSON;");

        Credential kept = enrol(ANNA);
        Asked asked = scene.asked(ANNA, kept);

        assertThat(asked.check(get(asked))).isInstanceOf(Verified.Passed.class);
        assertThat(chromium.call("create", text(scene.offered(ANNA, kept).options())))
                .isEqualTo("InvalidStateError");
    }

    @ParameterizedTest
    @Tag("R-WA-5")
    @EnumSource(names = {"ES256", "RS256"})
    void passkey_ofAnAlgorithm_provesItself(PasskeyAlgorithm algorithm) {
        Scene one = new Scene(PasskeyVerifier.builder("localhost", site.origin("localhost"))
                .algorithms(algorithm)
                .build());
        Offered offered = one.offered(ANNA);
        Enrolled enrolled = offered.confirm(create(offered));
        assertThat(enrolled).isInstanceOf(Enrolled.Made.class);

        Asked asked = one.asked(ANNA, ((Enrolled.Made) enrolled).credential());

        assertThat(asked.check(get(asked))).isInstanceOf(Verified.Passed.class);
    }

    @Test
    @Tag("R-WA-6")
    void create_passkeyHeldAlready_isRefusedByTheBrowser() {
        Credential held = enrol(ANNA);

        assertThat(chromium.call("create", text(scene.offered(ANNA, held).options())))
                .isEqualTo("InvalidStateError");
    }

    @Test
    @Tag("R-WA-3")
    void create_personNotVerified_isRefusedByTheBrowserAndByTheServer() {
        chromium.plugInWithoutVerification();
        Offered offered = scene.offered(ANNA);

        assertThat(chromium.call("create", text(offered.options()))).isEqualTo("NotAllowedError");
        assertThat(offered.confirm(answer("create", offered.options(), ChromiumTest::withoutVerification)))
                .isEqualTo(unfit("passkey.no-user-verification"));
    }

    @Test
    @Tag("R-WA-3")
    void get_personNotVerified_isRefusedByTheBrowserAndByTheServer() {
        Asked asked = scene.asked(ANNA, enrol(ANNA));
        chromium.authenticator().setUserVerified(false);

        assertThat(chromium.call("get", text(asked.options()))).isEqualTo("NotAllowedError");
        assertThat(asked.check(answer("get", asked.options(), ChromiumTest::withoutVerification)))
                .isEqualTo(WRONG);
    }

    private static String withoutVerification(String json) {
        return json.replace("\"userVerification\":\"required\"", "\"userVerification\":\"discouraged\"");
    }

    @Test
    @Tag("R-WA-5")
    void create_algorithmThatTheScriptPutIn_isUnfit() {
        Scene narrow = new Scene(PasskeyVerifier.builder("localhost", site.origin("localhost"))
                .algorithms(PasskeyAlgorithm.ES512)
                .build());
        Offered offered = narrow.offered(ANNA);

        assertThat(offered.confirm(
                        answer("create", offered.options(), json -> json.replace("\"alg\":-36", "\"alg\":-7"))))
                .isEqualTo(unfit("passkey.algorithm"));
    }

    @Test
    @Tag("R-WA-2")
    void page_onAnotherOrigin_isWrong() {
        Asked asked = scene.asked(ANNA, enrol(ANNA));
        Offered offered = scene.offered(BERT);
        chromium.open(otherSite.origin("localhost"));

        assertThat(asked.check(get(asked))).isEqualTo(WRONG);
        assertThat(offered.confirm(create(offered))).isEqualTo(new Enrolled.Wrong());
    }

    @Test
    @Tag("R-WA-2")
    void page_onAnAllowedSubdomain_provesItselfUnlessForAnotherRpId() {
        Scene sub = new Scene(PasskeyVerifier.builder("app.localhost", site.origin("id.app.localhost"))
                .build());
        chromium.open(site.origin("id.app.localhost"));
        Offered offered = sub.offered(ANNA);
        Credential held = ((Enrolled.Made) offered.confirm(create(offered))).credential();
        Asked asked = sub.asked(ANNA, held);
        Offered his = sub.offered(BERT);

        assertThat(asked.check(get(asked))).isInstanceOf(Verified.Passed.class);
        assertThat(his.confirm(answer("create", his.options(), ChromiumTest::forTheSubdomain)))
                .isEqualTo(new Enrolled.Wrong());
        assertThat(asked.check(answer("get", asked.options(), ChromiumTest::forTheSubdomain)))
                .isEqualTo(WRONG);
    }

    private static String forTheSubdomain(String json) {
        return json.replace("\"app.localhost\"", "\"id.app.localhost\"");
    }

    @Test
    @Tag("R-WA-2")
    void page_inAFrameOfAnotherOrigin_isWrong() {
        Asked asked = scene.asked(ANNA, enrol(ANNA));
        chromium.open(frame.origin("localhost"));
        chromium.enterFrame();

        Response answer = get(asked);

        String json = answer.secret().exposeTo(String::new);
        byte[] clientData = Json.bytes(Json.mapper().readTree(json).get("response"), "clientDataJSON");
        assertThat(new String(clientData, StandardCharsets.UTF_8)).contains("\"crossOrigin\":true");
        assertThat(asked.check(answer)).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-1")
    void answer_toAnotherFlowOrForTheSecondTime_isWrong() {
        Asked asked = scene.asked(ANNA, enrol(ANNA));
        Asked otherFlow = scene.asked(ANNA, asked.held().get(0));
        Response answer = get(asked);

        assertThat(otherFlow.check(answer)).isEqualTo(WRONG);
        Verified verified = asked.check(answer);
        assertThat(verified).isInstanceOf(Verified.Passed.class);
        Credential next = ((Verified.Passed) verified).next().orElseThrow();
        assertThat(asked.holding(next).check(answer)).isEqualTo(WRONG);
    }

    @Test
    @Tag("R-WA-2")
    void answer_ofTheOtherCeremony_isWrong() {
        Offered offered = scene.offered(ANNA);
        Response created = create(offered);
        Credential held = ((Enrolled.Made) offered.confirm(created)).credential();
        Asked asked = scene.asked(ANNA, held);

        assertThat(asked.check(created)).isEqualTo(WRONG);
        assertThat(scene.offered(ANNA).confirm(get(asked))).isEqualTo(new Enrolled.Wrong());
    }

    @Test
    @Tag("R-WA-6")
    void answer_withAnotherAccountsPasskey_isWrong() {
        Credential annas = enrol(ANNA);
        chromium.plugIn();
        Credential berts = enrol(BERT);
        Asked asked = scene.asked(ANNA, annas);
        Response answer = get(asked);

        assertThat(asked.check(answer)).isEqualTo(WRONG);
        assertThat(asked.holding(annas, berts).check(answer)).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @Tag("R-WA-7")
    @CsvSource({"0, true", "-1, true", "-2, true", "1, false"})
    void counter_ofACopiedAuthenticator_isCloned(int difference, boolean cloned) {
        Credential kept = enrol(ANNA);
        for (int i = 0; i < 3; i++) {
            Asked asked = scene.asked(ANNA, kept);
            kept = ((Verified.Passed) asked.check(get(asked))).next().orElseThrow();
        }
        org.openqa.selenium.virtualauthenticator.Credential original =
                chromium.authenticator().getCredentials().get(0);
        chromium.plugIn();
        // the authenticator adds 1 before it signs
        chromium.authenticator()
                .addCredential(org.openqa.selenium.virtualauthenticator.Credential.createResidentCredential(
                        original.getId(),
                        original.getRpId(),
                        original.getPrivateKey(),
                        original.getUserHandle(),
                        original.getSignCount() + difference - 1));

        Asked again = scene.asked(ANNA, kept);

        Verified second = again.check(get(again));
        assertThat(second.equals(new Verified.Cloned(kept.id()))).isEqualTo(cloned);
        assertThat(second instanceof Verified.Passed).isEqualTo(!cloned);
    }

    @Test
    @Tag("R-WA-8")
    void get_withoutAnyPasskey_isRefusedByTheBrowserOnly() {
        Asked stranger = scene.asked(new UserId("decoy"));

        assertThat(chromium.call("get", text(stranger.options()))).isEqualTo("NotAllowedError");
    }
}
