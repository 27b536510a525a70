package dev.sspr.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sspr.spi.Challenge;
import dev.sspr.spi.Credential;
import dev.sspr.spi.CredentialVerifier;
import dev.sspr.spi.FlowId;
import dev.sspr.spi.MfaVerifier;
import dev.sspr.spi.Purpose;
import dev.sspr.spi.Response;
import dev.sspr.spi.Secret;
import dev.sspr.spi.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The clauses K4 to K8 of {@link CredentialVerifier}. Extend {@link CredentialVerifierContract}, which has all of them.
 */
public abstract class CredentialResponseContract extends CredentialEnrolmentContract {
    /** Only the kit's own class extends this one. */
    CredentialResponseContract() {}

    @Test
    @DisplayName("K4: each held credential passes and is named, in any order")
    void k4_eachCredential_passesByName() {
        UserId anna = user();
        List<Credential> held = new ArrayList<>();
        for (int i = 0; i < mostCredentials(); i++) {
            held.add(enrolled("K4", anna, held).credential());
        }
        List<Credential> reversed = new ArrayList<>(held);
        Collections.reverse(reversed);
        for (List<Credential> order : List.of(held, reversed)) {
            for (int i = 0; i < order.size(); i++) {
                later();
                Put put = put(anna, order);
                CredentialVerifier.Verification verified = check(put, order, right(put, order.get(i), now()), now());
                assertPassed("K4: the right response", verified);
                CredentialVerifier.Verification.Passed passed = (CredentialVerifier.Verification.Passed) verified;
                assertThat(passed.credentialId())
                        .as("K4: which credential proved it")
                        .isEqualTo(order.get(i).id());
                Credential before = order.get(i);
                Credential after = passed.next().orElse(before);
                held.replaceAll(one -> one.equals(before) ? after : one);
                reversed.replaceAll(one -> one.equals(before) ? after : one);
            }
        }
    }

    @Test
    @DisplayName("K4: the right response passes until the last millisecond")
    void k4_lastMillisecond_passes() {
        Owned anna = enrolled("K4");
        later();
        Put put = put(anna.user(), List.of(anna.credential()));
        Instant last = put.challenge().expiresAt().minusMillis(1);
        assertPassed(
                "K4: a millisecond before the end", check(put, put.held(), right(put, anna.credential(), last), last));
    }

    @Test
    @Tag("R-TOTP-4")
    @Tag("V-REPLAY-1")
    @Tag("V-REPLAY-2")
    @Tag("V-REPLAY-3")
    @Tag("V-REPLAY-4")
    @DisplayName(
            "K5: with what came in the credential's place, or for the next challenge, a response does not pass again")
    void k5_usedResponse_doesNotPassAgain() {
        needs(repeats() != Repeats.KNOWN, "K5", "response that could be used up: it is what the person knows");
        Owned anna = enrolled("K5");
        Credential kept = anna.credential();
        List<Response> used = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            later();
            Put put = put(anna.user(), List.of(kept));
            Response response = right(put, kept, now());
            CredentialVerifier.Verification verified = check(put, put.held(), response, now());
            assertPassed("K5: the first time", verified);
            used.add(response);
            CredentialVerifier.Verification.Passed passed = (CredentialVerifier.Verification.Passed) verified;
            kept = passed.next().orElse(kept);
            if (repeats() == Repeats.BURNED) {
                assertThat(passed.next()).as("K5: the replacement").isPresent();
                assertNotPassed("K5: again, for the same challenge", check(put, List.of(kept), response, now()));
            }
            Put next = put(anna.user(), List.of(kept));
            for (Response old : used) {
                assertNotPassed("K5: again, for the next challenge", check(next, next.held(), old, now()));
            }
        }
    }

    @Test
    @Tag("R-TOK-4")
    @DisplayName("K6: a response to another challenge, flow, purpose or user does not pass")
    void k6_otherChallenge_doesNotPass() {
        needs(repeats() == Repeats.BOUND, "K6", "response that a challenge could bind");
        Owned anna = enrolled("K6");
        later();
        Put put = put(anna.user(), List.of(anna.credential()));
        Response response = right(put, anna.credential(), now());
        others(put.challenge()).forEach((part, other) -> {
            Put another = new Put(other, put.held(), verifier().ask(other, put.held()));
            assertNotPassed(
                    "K6: with another " + part + " and its own memo", check(another, put.held(), response, now()));
            Put mixed = new Put(other, put.held(), put.begun());
            assertNotPassed(
                    "K6: with another " + part + " and the memo of the first",
                    check(mixed, put.held(), response, now()));
        });
        assertPassed("K6: the challenge itself", check(put, put.held(), response, now()));
    }

    private Map<String, Challenge> others(Challenge c) {
        Map<String, Challenge> others = new LinkedHashMap<>();
        others.put("challenge", challenge(c.user()));
        others.put("flow", with(c, new FlowId(samples.digest()), c.purpose(), c.user()));
        others.put("purpose", with(c, c.flow(), Purpose.UNLOCK, c.user()));
        others.put("user", with(c, c.flow(), c.purpose(), user()));
        return others;
    }

    private static Challenge with(Challenge c, FlowId flow, Purpose purpose, UserId user) {
        return new Challenge(
                c.id(), flow, purpose, user, c.generation(), c.kind(), c.methodId(), c.issuedAt(), c.expiresAt());
    }

    @Test
    @Tag("R-OTP-2")
    @DisplayName("K6: the response of one account proves nothing for another")
    void k6_otherAccount_doesNotPass() {
        Owned anna = enrolled("K6");
        Owned bert = enrolled("K6");
        later();
        Put hers = put(anna.user(), List.of(anna.credential()));
        Put his = put(bert.user(), List.of(bert.credential()));
        assertNotPassed(
                "K6: his response to her challenge",
                check(hers, hers.held(), right(his, bert.credential(), now()), now()));
        assertNotPassed(
                "K6: her response to his challenge",
                check(his, his.held(), right(hers, anna.credential(), now()), now()));
    }

    @Test
    @Tag("R-TOTP-5")
    @DisplayName("K7: at expiresAt and later no enrolment is confirmed")
    void k7_expiredEnrolment_isNotMade() {
        Offered offered = offered(user(), List.of());
        for (long late : new long[] {0, 1, 1000, 86_400_000}) {
            Instant at = offered.enrolment().expiresAt().plusMillis(late);
            assertThat(confirm(offered, right(offered, at), at))
                    .as("K7: confirm %d ms after expiresAt", late)
                    .isNotInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
        }
    }

    @Test
    @Tag("R-TOK-9")
    @DisplayName("K7: at expiresAt and later no response passes")
    void k7_expiredChallenge_doesNotPass() {
        Owned anna = enrolled("K7");
        later();
        Put put = put(anna.user(), List.of(anna.credential()));
        for (long late : new long[] {0, 1, 1000, 86_400_000}) {
            Instant at = put.challenge().expiresAt().plusMillis(late);
            assertNotPassed(
                    "K7: check " + late + " ms after expiresAt",
                    check(put, put.held(), right(put, anna.credential(), at), at));
        }
    }

    @Test
    @Tag("R-OTP-6")
    @Tag("V-TYPE-8")
    @DisplayName("K8: a malformed response is Wrong at an enrolment, never an exception")
    void k8_malformedConfirmation_isWrong() {
        Offered offered = offered(user(), List.of());
        for (Response response : HostileResponses.all()) {
            if (madeUp() && response instanceof Response.Answers) {
                continue; // any made-up text is an answer
            }
            CredentialVerifier.EnrolmentResult polled = response instanceof Response.Poll
                    ? new CredentialVerifier.EnrolmentResult.Waiting()
                    : new CredentialVerifier.EnrolmentResult.Wrong();
            assertThat(confirm(offered, response, now()))
                    .as("K8: confirm with %s", HostileResponses.describe(response))
                    .isIn(new CredentialVerifier.EnrolmentResult.Wrong(), polled);
        }
        assertThat(confirm(offered, right(offered, now()), now()))
                .as("K8: the right response afterwards")
                .isInstanceOf(CredentialVerifier.EnrolmentResult.Enrolled.class);
    }

    @Test
    @Tag("R-OTP-6")
    @Tag("V-TYPE-8")
    @DisplayName("K8: a malformed response is WRONG at a challenge, never an exception")
    void k8_malformed_isWrong() {
        Owned anna = enrolled("K8");
        later();
        Put put = put(anna.user(), List.of(anna.credential()));
        for (Response response : HostileResponses.all()) {
            MfaVerifier.Result polled =
                    response instanceof Response.Poll ? MfaVerifier.Result.PENDING : MfaVerifier.Result.WRONG;
            assertThat(check(put, put.held(), response, now()))
                    .as("K8: check of %s", HostileResponses.describe(response))
                    .isIn(
                            new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG),
                            new CredentialVerifier.Verification.Failed(polled));
        }
        assertPassed(
                "K8: the right response afterwards",
                check(put, put.held(), right(put, anna.credential(), now()), now()));
    }

    @Test
    @Tag("R-OTP-6")
    @DisplayName("K8: the right response with something before, after or missing does not pass, nor in another script")
    void k8_almostRight_doesNotPass() {
        Owned anna = enrolled("K8");
        later();
        Put put = put(anna.user(), List.of(anna.credential()));
        Response right = right(put, anna.credential(), now());
        for (Response spoilt : HostileResponses.spoilt(right)) {
            assertThat(check(put, put.held(), spoilt, now()))
                    .as("K8: the right response, changed: %s", HostileResponses.describe(spoilt))
                    .isEqualTo(new CredentialVerifier.Verification.Failed(MfaVerifier.Result.WRONG));
        }
        Secret secret = right.secret();
        for (Response other : List.of(new Response.Link(secret), new Response.Typed(secret))) {
            if (other.getClass() != right.getClass()) {
                assertNotPassed("K8: the right text as another kind", check(put, put.held(), other, now()));
            }
        }
        assertPassed("K8: the right response itself", check(put, put.held(), right, now()));
    }
}
