package dev.sspr.internal.verify;

import static dev.sspr.fixture.VerifierFixture.ANNA;
import static dev.sspr.fixture.VerifierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.fixture.VerifierFixture;
import dev.sspr.policy.MethodPolicy.RecoveryCodeRules;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.MethodKind;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Prompt;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.VerifierState;
import dev.sspr.spi.kit.Hostile;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R-OTP-7")
class RecoveryCodesTest {
    private final QuickHash hash = new QuickHash();
    private final RecoveryCodes codes = new RecoveryCodes(RecoveryCodeRules.standard(), hash, VerifierFixture.MINT);
    private final Enrolment enrolment = VerifierFixture.enrolment(ANNA);
    private final CredentialVerifier.EnrolmentOffer offer = codes.offer(enrolment);
    private final List<Secret> paper = paper(offer);
    private final Credential set = enrolled();

    private static List<Secret> paper(CredentialVerifier.EnrolmentOffer offer) {
        return ((Prompt.Codes) offer.prompt().orElseThrow()).codes();
    }

    private static String text(Secret secret) {
        return secret.exposeTo(String::new);
    }

    private Credential enrolled() {
        Response last = new Response.Typed(paper.get(9));
        return ((CredentialVerifier.EnrolmentResult.Enrolled)
                        codes.confirm(enrolment, offer.verifierState(), last, NOW))
                .credential();
    }

    private CredentialVerifier.Verification check(Credential held, String typed) {
        return codes.check(
                VerifierFixture.challenge(MethodKind.RECOVERY_CODE, NOW),
                VerifierState.EMPTY,
                List.of(held),
                VerifierFixture.typed(typed),
                NOW);
    }

    private Credential passed(Credential held, String typed) {
        return ((CredentialVerifier.Verification.Passed) check(held, typed))
                .next()
                .orElseThrow();
    }

    private static CredentialVerifier.Verification wrong() {
        return new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG);
    }

    @Test
    void paper_has10CodesOf80Bits() {
        assertThat(paper)
                .hasSize(10)
                .allSatisfy(code -> assertThat(text(code)).matches("[2-9A-B](-[2-9A-HJ-NP-Z]{4}){4}"));
        assertThat(Math.pow(2, 80)).isEqualTo(CodeFormat.unambiguous(16).space().doubleValue());
    }

    @Test
    void codes_areNeverTheSame() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            paper(codes.offer(enrolment)).forEach(code -> all.add(text(code).substring(2)));
        }

        assertThat(all).hasSize(2000);
    }

    @Test
    void code_passesOnce() {
        Credential next = set;
        for (int i = 0; i < 9; i++) {
            next = passed(next, text(paper.get(i)));

            assertThat(check(next, text(paper.get(i)))).isEqualTo(wrong());
            assertThat(RecoveryCodes.left(next)).isEqualTo(8 - i);
        }
    }

    @Test
    void codeThatConfirmed_isUsedUp() {
        assertThat(check(set, text(paper.get(9)))).isEqualTo(wrong());
        assertThat(RecoveryCodes.left(set)).isEqualTo(9);
    }

    @Test
    void codeInAnothersSlot_confirmsNothing() {
        String moved = text(paper.get(1)).charAt(0) + text(paper.get(0)).substring(1);

        assertThat(codes.confirm(enrolment, offer.verifierState(), VerifierFixture.typed(moved), NOW))
                .isEqualTo(new CredentialVerifier.EnrolmentResult.Wrong());
    }

    @Test
    void code_inLowerCaseWithoutHyphens_passes() {
        String typed = text(paper.get(3)).toLowerCase(Locale.ROOT).replace("-", "");

        assertThat(check(set, typed)).isInstanceOf(CredentialVerifier.Verification.Passed.class);
    }

    @Test
    void code_inAnothersSlotOrWithoutOne_isWrong() {
        String zero = text(paper.get(0));
        String one = text(paper.get(1));

        assertThat(check(set, one.charAt(0) + zero.substring(1))).isEqualTo(wrong());
        assertThat(check(set, zero.substring(2))).isEqualTo(wrong());
        assertThat(check(set, "Z" + zero.substring(1))).isEqualTo(wrong());
    }

    @Test
    @Tag("R-OTP-8")
    void freshCode_takesThePlaceOfTheUsedOne() {
        Credential used = passed(set, text(paper.get(4)));
        RecoveryCodes.Renewed first = codes.renewed(used).orElseThrow();
        RecoveryCodes.Renewed second = codes.renewed(first.next()).orElseThrow();

        assertThat(RecoveryCodes.left(first.next())).isEqualTo(9);
        assertThat(text(first.code())).matches("6(-[2-9A-HJ-NP-Z]{4}){4}").isNotEqualTo(text(paper.get(4)));
        assertThat(check(first.next(), text(paper.get(4)))).isEqualTo(wrong());
        assertThat(check(first.next(), text(first.code()))).isInstanceOf(CredentialVerifier.Verification.Passed.class);
        assertThat(check(first.next(), text(paper.get(5)))).isInstanceOf(CredentialVerifier.Verification.Passed.class);
        assertThat(RecoveryCodes.left(second.next())).isEqualTo(10);
        assertThat(codes.renewed(second.next())).isEmpty();
    }

    @Test
    @Tag("R-ENUM-4")
    void everyCheck_costsOneHash() {
        Credential used = passed(set, text(paper.get(0)));
        List<String> texts =
                List.of(text(paper.get(1)), text(paper.get(0)), "", "ZZZZ", "2".repeat(17), "\0", "2-AAAA");
        for (String typed : texts) {
            hash.forget();
            check(used, typed);
            assertThat(hash.work()).as(typed).isOne();
        }
        hash.forget();
        codes.check(
                VerifierFixture.challenge(MethodKind.RECOVERY_CODE, NOW),
                VerifierState.EMPTY,
                List.of(),
                VerifierFixture.typed("2-AAAA"),
                NOW);
        assertThat(hash.work()).isOne();
    }

    @Test
    void enrolment_hashesEveryCodeButTheConfirmingOneUnderItsOwnSalt() {
        assertThat(hash.made).isEqualTo(9);
    }

    @Test
    @Tag("R-OTP-6")
    void hostileText_isWrong() {
        Hostile.codes().forEach(typed -> assertThat(check(set, typed)).isEqualTo(wrong()));
    }

    @Test
    void credential_holdsNoCodeAndFits() {
        RecoveryCodes most = new RecoveryCodes(
                new RecoveryCodeRules(12, 24),
                new SlowHash() {
                    @Override
                    public String of(Secret secret) {
                        return "x".repeat(150);
                    }

                    @Override
                    public boolean matches(Secret secret, String kept) {
                        return false;
                    }

                    @Override
                    public void absent(Secret secret) {}
                },
                VerifierFixture.MINT);
        CredentialVerifier.EnrolmentOffer big = most.offer(enrolment);
        Response first = new Response.Typed(paper(big).get(0));
        String bytes = new String(set.data(), StandardCharsets.ISO_8859_1);

        assertThat(most.confirm(enrolment, big.verifierState(), first, NOW))
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        assertThat(paper)
                .allSatisfy(code -> assertThat(bytes)
                        .doesNotContain(text(code).replace("-", "").substring(1)));
    }
}
