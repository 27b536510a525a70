package dev.sspr.quickstart;

import dev.sspr.spi.Secret;
import java.util.Optional;

/** Where the conversation takes place. */
interface Terminal {
    /** Says a line to the person. */
    void say(String line);

    /** Asks for a line; empty at the end of input. */
    Optional<String> ask(String prompt);

    /** Asks for something that is not shown while it is typed; empty at the end of input. */
    Optional<Secret> askSecret(String prompt);
}
