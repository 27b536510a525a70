package dev.sspr.password;

/** A password of little else than runs and repetitions would be on any list of common ones (R-PWD-5). */
record RepetitionCheck() implements Check {
    @Override
    public void judge(Candidate password, PasswordContext about, FindingCollector collector) {
        boolean met = !Runs.isRepetition(password) && !Runs.leaveLittle(password);
        collector.hear(met, PasswordReason.REPETITIVE, 0, 0);
    }
}
