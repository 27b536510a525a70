package dev.sspr.spi;

import java.util.List;
import java.util.Objects;

/** The content that the host's page shows for a challenge or an enrolment. */
public sealed interface Prompt {
    /**
     * A number to type on the user's device (R-RATE-13).
     *
     * @param number 2 or 3 digits
     */
    record MatchNumber(String number) implements Prompt {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it does not have the stated form
         */
        public MatchNumber {
            if (!number.matches("[0-9]{2,3}")) {
                throw new IllegalArgumentException("a number to match has 2 or 3 digits");
            }
        }
    }

    /**
     * Security questions: all to be answered at a reset, or some to be chosen at an enrolment.
     *
     * @param questions the questions in the order of the expected answers, at most 64
     * @param choose the number of questions to answer, 1 or more
     */
    record Questions(List<Question> questions, int choose) implements Prompt {
        /**
         * Copies the list and checks the numbers.
         *
         * @throws IllegalArgumentException if there are fewer questions than the number to answer, or more than 64
         */
        public Questions {
            questions = List.copyOf(questions);
            if (choose < 1 || choose > questions.size() || questions.size() > 64) {
                throw new IllegalArgumentException(choose + " of " + questions.size() + " questions cannot be asked");
            }
        }
    }

    /**
     * One question.
     *
     * @param id its stable name; 1 to 32 characters
     * @param text the question; empty if the id names a bundled question, whose text exists in the user's language
     */
    record Question(String id, String text) {
        /** Checks the lengths. */
        public Question {
            Text.opaque("question id", id, 32);
            if (!text.isEmpty()) {
                Text.opaque("question", text, 200);
            }
        }
    }

    /**
     * Options for {@code navigator.credentials}: {@code create} at an enrolment, {@code get} at a challenge.
     *
     * @param json the options as JSON, at most 2048 characters; no secret
     */
    record PublicKey(String json) implements Prompt {
        /**
         * Checks the text.
         *
         * @throws IllegalArgumentException if it is too long
         */
        public PublicKey {
            if (json.length() > 2048) {
                throw new IllegalArgumentException("public key options have at most 2048 characters");
            }
        }
    }

    /**
     * The seed for an authenticator app, to show once, as a QR code and as text.
     *
     * @param uri an {@code otpauth} URI
     */
    record OtpAuth(Secret uri) implements Prompt {
        /** Checks that there is a secret. */
        public OtpAuth {
            Objects.requireNonNull(uri, "uri");
        }
    }

    /**
     * Recovery codes to save, shown once.
     *
     * @param codes the codes, at most 20
     */
    record Codes(List<Secret> codes) implements Prompt {
        /** Copies the list. */
        public Codes {
            codes = List.copyOf(codes);
        }
    }
}
