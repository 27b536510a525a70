package dev.sspr.spi;

import java.util.List;
import java.util.Objects;

/** What the host's page shows for a challenge or an enrolment. */
public sealed interface Prompt {
    /**
     * A number to type on the device that was asked (R-RATE-13).
     *
     * @param number 2 or 3 digits
     */
    record MatchNumber(String number) implements Prompt {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if it is not of the stated form
         */
        public MatchNumber {
            if (!number.matches("[0-9]{2,3}")) {
                throw new IllegalArgumentException("a number to match has 2 or 3 digits");
            }
        }
    }

    /**
     * Questions: all to be answered at a reset, or to choose from at an enrolment.
     *
     * @param questions in the order in which answers are expected, at most 64
     * @param choose how many to answer
     */
    record Questions(List<Question> questions, int choose) implements Prompt {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there are fewer questions than to be answered, or more than 64
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
     * @param text what to ask; empty where the id names a bundled question, whose text comes in the person's language
     */
    record Question(String id, String text) {
        /** Checks the parts. */
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
     * The seed of an authenticator app, to show once, as a QR code and as text.
     *
     * @param uri an {@code otpauth} URI
     */
    record OtpAuth(Secret uri) implements Prompt {
        /** Checks the secret. */
        public OtpAuth {
            Objects.requireNonNull(uri, "uri");
        }
    }

    /**
     * Codes to write down, shown once.
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
