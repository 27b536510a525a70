package dev.sspr.internal.verify;

import static dev.sspr.internal.verify.Scene.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.flow.AuthenticatorPolicy;
import dev.sspr.flow.OathHash;
import dev.sspr.internal.bytes.Base32;
import dev.sspr.spi.Challenge;
import dev.sspr.spi.Checked;
import dev.sspr.spi.Credential;
import dev.sspr.spi.Enrolled;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.EnrolmentOffer;
import dev.sspr.spi.Memo;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An authenticator app, and what it shows. */
abstract class AppCodesFixture {
    static final Duration STEP = Duration.ofSeconds(30);

    final AppCodes apps = apps(2);
    final Enrolment enrolment = Scene.enrolment(ANNA);
    final EnrolmentOffer offer = apps.offer(enrolment);

    static AppCodes apps(int acceptedSteps) {
        return new AppCodes(new AuthenticatorPolicy(OathHash.SHA1, 6, STEP, acceptedSteps), Scene.MINT);
    }

    static String uri(EnrolmentOffer offer) {
        return offer.prompt()
                .map(prompt -> ((Prompt.OtpAuth) prompt).uri().exposeTo(String::new))
                .orElseThrow();
    }

    /** What an app shows that read the URI. */
    static Response shown(EnrolmentOffer offer, Instant at) {
        Matcher parts = Pattern.compile("secret=([A-Z2-7]+)&.*algorithm=(\\w+)&digits=(\\d)&period=(\\d+)")
                .matcher(uri(offer));
        assertThat(parts.find()).isTrue();
        byte[] seed = Base32.decode(parts.group(1).toCharArray()).orElseThrow();
        OathHash hash = OathHash.valueOf(parts.group(2));
        assertThat(seed).hasSize(hash.seedBytes());
        return Scene.typed(OathCode.of(hash, seed, Integer.parseInt(parts.group(3)))
                .at(Math.floorDiv(at.getEpochSecond(), Long.parseLong(parts.group(4)))));
    }

    Credential enrolled(Instant at) {
        return ((Enrolled.Made) apps.confirm(enrolment, offer.memo(), shown(offer, at), at)).credential();
    }

    static Verified check(AppCodes apps, List<Credential> held, Response response, Instant now) {
        Challenge challenge = Scene.challenge(MethodKind.APP_CODE, now);
        return apps.check(challenge, Memo.EMPTY, held, response, now);
    }

    static Verified wrong() {
        return new Verified.Not(Checked.WRONG);
    }
}
