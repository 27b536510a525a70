package dev.sspr.spi.memory;

import dev.sspr.spi.kit.Repeats;

public class ScriptedCredentialsOfTheQuestionTest extends ScriptedCredentialsTest {
    @Override
    protected ScriptedCredentials.Codes codes() {
        return ScriptedCredentials.Codes.OF_THE_QUESTION;
    }

    @Override
    protected Repeats repeats() {
        return Repeats.BOUND;
    }
}
