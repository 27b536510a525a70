package dev.sspr.bench;

import dev.sspr.password.BannedTerms;
import dev.sspr.password.PasswordContext;
import dev.sspr.password.PasswordRules;
import dev.sspr.password.Resident;
import dev.sspr.policy.PasswordPolicy;
import dev.sspr.spi.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Evaluations by banned terms with their working shown, and what a list of a million takes. */
final class BannedLists {
    private static final int MILLION = 1_000_000;
    /** The least of so many is what an evaluation takes when nobody disturbs. */
    private static final int ROUNDS = 25;

    private static final PasswordContext ABOUT = PasswordContext.first(List.of(PolicyCheck.LOGIN));

    private BannedLists() {}

    /** What evaluations take, in microseconds: sorted. */
    static double[] evaluations(int words) {
        PasswordRules rules = new PasswordRules(PasswordPolicy.entra()).with(Words.terms(words));
        return times(secret -> rules.evaluate(secret, ABOUT).points(), Words.passwords());
    }

    private static double[] times(ToIntFunction<Secret> work, List<String> texts) {
        double[] least = new double[texts.size()];
        Arrays.fill(least, Double.MAX_VALUE);
        List<Secret> secrets = texts.stream().map(Secret::of).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < least.length; i++) {
                long before = System.nanoTime();
                int points = work.applyAsInt(secrets.get(i));
                double took = System.nanoTime() - before;
                least[i] = Math.min(least[i], took / 1e3 + (points < 0 ? 1 : 0));
            }
        }
        Arrays.sort(least);
        return least;
    }

    /** What an evaluation of the given length takes at the median, in microseconds, with a million terms. */
    static double[] byLength(int... lengths) {
        PasswordRules rules = new PasswordRules(PasswordPolicy.entra()).with(Words.terms(MILLION));
        return medians(secret -> rules.evaluate(secret, ABOUT).points(), lengths);
    }

    /** The same of a full check by the {@code standard} preset. */
    static double[] checksByLength(int... lengths) {
        PasswordRules rules = new PasswordRules(PasswordPolicy.standard()).with(Words.terms(MILLION));
        return medians(secret -> rules.check(secret, ABOUT).size(), lengths);
    }

    private static double[] medians(ToIntFunction<Secret> work, int... lengths) {
        String all = String.join("", Words.passwords());
        double[] medians = new double[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            int length = lengths[i];
            List<String> cut = IntStream.range(0, 2_000)
                    .mapToObj(n -> all.substring(n * 50, n * 50 + length))
                    .toList();
            double[] times = times(work, cut);
            medians[i] = times[times.length / 2];
        }
        return medians;
    }

    /** Bytes of arrays for one term of a million. */
    static double resident() {
        BannedTerms list = Words.terms(MILLION);
        return (double) Resident.bytes(list) / list.size();
    }
}
