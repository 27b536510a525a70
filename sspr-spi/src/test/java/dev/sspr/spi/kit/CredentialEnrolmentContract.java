package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.Enrolment;
import dev.sspr.spi.Response;
import dev.sspr.spi.UserId;
import dev.sspr.spi.VerifierState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clauses K1 to K3 of {@link CredentialVerifier}. Extend {@link CredentialVerifierContract}, which has all of them.
 */
public abstract class CredentialEnrolmentContract extends CredentialContract {
    /** Only the kit's own class extends this one. */
    CredentialEnrolmentContract() {}

    private static void assertNotMade(String what, CredentialVerifier.EnrolmentResult enrolled) {
        assertThat(enrolled).as(what).isNotInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
    }

    @Test
    @DisplayName("K1: the right response makes a credential with the stated id, which then passes")
    void k1_rightResponse_makesCredential() {
        Owned anna = enrolled("K1");
        Enrolment enrolment = anna.offered().enrolment();
        assertThat(anna.credential().id())
                .as("K1: the credential's id")
                .isEqualTo(enrolment
                        .given()
                        .map(Credential::id)
                        .orElse(enrolment.id().hex()));
        later();
        Put put = put(anna.user(), List.of(anna.credential()));
        assertPassed(
                "K1: the next right response", check(put, put.held(), right(put, anna.credential(), now()), now()));
    }

    @Test
    @DisplayName("K1: another node confirms and checks what this one started, until the last millisecond")
    void k1_otherNode_knowsAsMuch() {
        Offered offered = offered(user(), List.of());
        Instant last = offered.enrolment().expiresAt().minusMillis(1);
        Response response = right(offered, last);
        CredentialVerifier.EnrolmentResult enrolled =
                otherNode().confirm(offered.enrolment(), offered.offer().verifierState(), response, last);
        assertThat(enrolled)
                .as("K1: confirm on another node")
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        Credential credential = ((CredentialVerifier.EnrolmentResult.Enrolled) enrolled).credential();
        later(last);
        Put put = put(offered.enrolment().user(), List.of(credential));
        Response answer = right(put, credential, now());
        assertPassed(
                "K1: check on another node",
                otherNode().check(put.challenge(), put.begun().verifierState(), put.held(), answer, now()));
    }

    @Test
    @Tag("R-REG-6")
    @DisplayName("K2: the response to one enrolment does not confirm another")
    void k2_otherEnrolment_isNotMade() {
        needs(!madeUp(), "K2", "response that an enrolment could bind: the person makes it up");
        Offered hers = offered(user(), List.of());
        Response response = right(hers, now());
        VerifierState verifierState = hers.offer().verifierState();
        for (UserId user : List.of(user(), hers.enrolment().user())) {
            String whose = user.equals(hers.enrolment().user()) ? "another of her enrolments" : "his enrolment";
            Offered other = offered(user, List.of());
            assertNotMade("K2: her response to " + whose, confirm(other, response, now()));
            assertNotMade(
                    "K2: her response and memo to " + whose,
                    verifier().confirm(other.enrolment(), verifierState, response, now()));
            if (!other.offer().verifierState().equals(verifierState)) {
                assertNotMade(
                        "K2: her response with the memo of " + whose,
                        verifier().confirm(hers.enrolment(), other.offer().verifierState(), response, now()));
            }
        }
        if (hers.enrolment().given().isEmpty()) {
            assertNotMade(
                    "K2: her enrolment in another name",
                    verifier().confirm(renamed(hers.enrolment(), user()), verifierState, response, now()));
        }
        assertThat(confirm(hers, response, now()))
                .as("K2: the enrolment itself")
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
    }

    private static Enrolment renamed(Enrolment e, UserId user) {
        return new Enrolment(
                e.id(),
                user,
                e.accountName(),
                e.service(),
                e.locale(),
                e.held(),
                e.given(),
                e.issuedAt(),
                e.expiresAt());
    }

    @Test
    @Tag("R-TOTP-6")
    @DisplayName("K3: the response that confirmed an enrolment proves nothing afterwards")
    void k3_confirmation_doesNotPass() {
        needs(repeats() != Repeats.KNOWN, "K3", "response that could be used up: it is what the person knows");
        Owned anna = enrolled("K3");
        for (long millis : new long[] {0, 1, 29_000}) {
            Put put = put(anna.user(), List.of(anna.credential()));
            assertNotPassed(
                    "K3: the confirmation as an answer",
                    check(put, put.held(), anna.confirmation(), now().plusMillis(millis)));
        }
    }
}
