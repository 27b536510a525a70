package dev.sspr.spi.memory;

class ScriptedVerifierThatBurnsTest extends ScriptedVerifierTest {
    @Override
    protected boolean burnsReplays() {
        return true;
    }
}
