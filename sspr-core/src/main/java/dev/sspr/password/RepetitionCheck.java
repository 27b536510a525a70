package dev.sspr.password;

/** Refuses a password of little else than runs and repetitions, as a list of common passwords would (R-PWD-5). */
record RepetitionCheck() implements Check {
    @Override
    public void judge(Candidate password, PasswordContext about, FindingCollector collector) {
        boolean met = !Runs.isRepetition(password) && !Runs.leaveLittle(password);
        collector.hear(met, PasswordReason.REPETITIVE, 0, 0);
    }
}
