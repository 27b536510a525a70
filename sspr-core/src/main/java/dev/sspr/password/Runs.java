package dev.sspr.password;

/** Finds runs along the alphabet, the digits and the rows of keyboards, forwards and backwards, and repetitions. */
final class Runs {
    /** The shortest run that counts. Shorter ones occur in most words. */
    static final int SHORTEST = 4;
    /** The most other characters beside runs or words of a password that counts as made of them. */
    static final int LEFT_OVER = 4;

    private Runs() {}

    private static int steps(Candidate password, int to) {
        return Keyboard.steps(password.plain(to - 1), password.plain(to));
    }

    /** Returns the length of the longest run in one way. Repeats of one character do not count. */
    static int longest(Candidate password) {
        int longest = Math.min(1, password.count());
        int start = 0;
        int ways = 0;
        for (int i = 1; i < password.count(); i++) {
            int step = steps(password, i) & ~1;
            if ((ways & step) != 0) {
                ways &= step;
            } else {
                ways = step;
                start = step == 0 ? i : i - 1;
                while (start > 0 && (ways & steps(password, start) & ~1) != 0) {
                    ways &= steps(password, start);
                    start--;
                }
            }
            longest = Math.max(longest, i - start + 1);
        }
        return longest;
    }

    /** Returns how often one character is repeated in a row, without letter case. */
    static int longestRepeat(Candidate password) {
        int longest = Math.min(1, password.count());
        int length = 1;
        for (int i = 1; i < password.count(); i++) {
            length = password.plain(i) == password.plain(i - 1) ? length + 1 : 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Returns whether little else remains beside runs and repeats of one character. */
    static boolean leaveLittle(Candidate password) {
        int rest = 0;
        for (int from = 0; from < password.count() && rest <= LEFT_OVER; ) {
            int end = from + 1;
            int ways = -1;
            while (end < password.count() && (ways & steps(password, end)) != 0) {
                ways &= steps(password, end++);
            }
            boolean run = end - from >= SHORTEST;
            rest += run ? 0 : 1;
            from = run ? end : from + 1;
        }
        return rest <= LEFT_OVER && rest < password.count();
    }

    /** Returns whether the whole password repeats one to four characters. */
    static boolean isRepetition(Candidate password) {
        for (int period = 1; period <= LEFT_OVER && period * 2 <= password.count(); period++) {
            if (repeatsEvery(password, period)) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeatsEvery(Candidate password, int period) {
        for (int i = period; i < password.count(); i++) {
            if (password.plain(i) != password.plain(i - period)) {
                return false;
            }
        }
        return true;
    }
}
