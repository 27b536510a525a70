package dev.sspr.password;

/**
 * Finds texts within one edit of a term: an insertion, a deletion or a substitution (BAN-05). One half of the term is
 * found unchanged. The other half is compared from there outwards, up to the edit and beyond it.
 */
final class OneEditMatcher {
    /** For each place, the lengths of near terms that begin there, as bits. */
    private final int[] found;

    /** The part to explain, and the term found for it. */
    private int wantedAt = -1;

    private int wantedLength;
    private int term = -1;
    private int termLength;

    OneEditMatcher(int length) {
        this.found = new int[length];
    }

    /** Returns the lengths of the texts that begin at a place, as bits. */
    int at(int place) {
        return found[place];
    }

    /** Keeps the first term that one part is near to. */
    OneEditMatcher explaining(int place, int length) {
        wantedAt = place;
        wantedLength = length;
        term = -1;
        return this;
    }

    int term() {
        return term;
    }

    int termLength() {
        return termLength;
    }

    private void hit(int place, int length, TermGroup group, int index) {
        found[place] |= 1 << length;
        if (place == wantedAt && length == wantedLength && term < 0) {
            term = index;
            termLength = group.length();
        }
    }

    /** Matches terms whose left half is at {@code at}; the rest ends before {@code end}. */
    void left(TermGroup group, char[] codes, int at, int end, long hash) {
        int length = group.length();
        if (group.count() == 0 || at + length - 1 > end) {
            return;
        }
        int index = group.firstLeft(codes, at, hash);
        while (index >= 0 && index < group.count() && group.stands(index, 0, group.left(), codes, at)) {
            int same = group.left();
            while (same < length && at + same < end && group.at(index, same) == codes[at + same]) {
                same++;
            }
            int edit = Math.min(same, length - 1);
            if (group.stands(index, edit + 1, length, codes, at + edit)) {
                hit(at, length - 1, group, index);
            }
            if (at + length <= end && group.stands(index, edit + 1, length, codes, at + edit + 1)) {
                hit(at, length, group, index);
            }
            if (at + length + 1 <= end && group.stands(index, same, length, codes, at + same + 1)) {
                hit(at, length + 1, group, index);
            }
            index++;
        }
    }

    /** Matches terms whose right half is at {@code at}; the rest begins at {@code start} or later. */
    void right(TermGroup group, char[] codes, int start, int at, long hash) {
        int left = group.left();
        int room = at - start;
        if (group.count() == 0 || room < left - 1 || at + group.length() - left > codes.length) {
            return;
        }
        int place = group.firstRight(codes, at, hash);
        while (place >= 0 && place < group.count()) {
            int index = group.byRightPlace(place);
            if (!group.stands(index, left, group.length(), codes, at)) {
                return;
            }
            int same = 0;
            while (same < left && same < room && group.at(index, left - 1 - same) == codes[at - 1 - same]) {
                same++;
            }
            int edit = Math.min(same, left - 1);
            if (group.stands(index, 0, left - 1 - edit, codes, at - left + 1)) {
                hit(at - left + 1, group.length() - 1, group, index);
            }
            if (room >= left && group.stands(index, 0, left - 1 - edit, codes, at - left)) {
                hit(at - left, group.length(), group, index);
            }
            if (room > left && group.stands(index, 0, left - same, codes, at - left - 1)) {
                hit(at - left - 1, group.length() + 1, group, index);
            }
            place++;
        }
    }
}
