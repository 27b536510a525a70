package dev.sspr.password;

/** Runs along the alphabet, the digits and the rows of keyboards, forwards and backwards, and repetitions. */
final class Runs {
    /** Shorter ones are in every other word. */
    static final int SHORTEST = 4;
    /** A password is made of runs, or of words, if at most this many other characters stand beside them. */
    static final int LEFT_OVER = 4;

    private Runs() {}

    private static int steps(Candidate password, int to) {
        return Keyboard.steps(password.plain(to - 1), password.plain(to));
    }

    /** The longest run in one way, in characters; repeats of one character are none. */
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

    /** How often one character stands in a row, letter case aside. */
    static int longestRepeat(Candidate password) {
        int longest = Math.min(1, password.count());
        int length = 1;
        for (int i = 1; i < password.count(); i++) {
            length = password.plain(i) == password.plain(i - 1) ? length + 1 : 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Whether runs and repeats of one character leave little else. */
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

    /** Whether one to four characters repeated make the whole. */
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
