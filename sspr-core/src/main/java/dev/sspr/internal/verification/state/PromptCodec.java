package dev.sspr.internal.verification.state;

import dev.sspr.internal.bytes.BodyReader;
import dev.sspr.internal.bytes.BodyWriter;
import dev.sspr.spi.Prompt;

/** Writes and reads prompts, except those that an enrolment shows once. */
final class PromptCodec {
    private PromptCodec() {}

    static void write(BodyWriter out, Prompt prompt) {
        if (prompt instanceof Prompt.MatchNumber it) {
            out.octet('N').text(it.number());
        } else if (prompt instanceof Prompt.PublicKey it) {
            out.octet('K').text(it.json());
        } else if (prompt instanceof Prompt.Questions it) {
            out.octet('Q')
                    .octet(it.choose())
                    .list(it.questions(), (to, one) -> to.text(one.id()).text(one.text()));
        } else {
            throw new IllegalStateException(
                    "a challenge cannot show a " + prompt.getClass().getSimpleName());
        }
    }

    static Prompt read(BodyReader in) {
        int type = in.octet();
        return switch (type) {
            case 'N' -> new Prompt.MatchNumber(in.text());
            case 'K' -> new Prompt.PublicKey(in.text());
            case 'Q' -> questions(in.octet(), in);
            default -> throw new IllegalStateException("a stored reset has an unknown prompt " + type);
        };
    }

    private static Prompt questions(int choose, BodyReader in) {
        return new Prompt.Questions(in.list(from -> new Prompt.Question(from.text(), from.text())), choose);
    }
}
