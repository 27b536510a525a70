package dev.sspr.entra;

import java.util.List;

/** One row of what Entra does, and what became of it here. */
record EntraRow(String id, String summary, Verdict verdict, String note, List<String> tests) {
    /** What became of a row. */
    enum Verdict {
        SAME("as there"),
        DIFFERS("differs"),
        HOST("the host's"),
        NONE("not here");

        final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** Whether a test must hold the library to it. */
        boolean pinned() {
            return this == SAME || this == DIFFERS;
        }
    }

    String line() {
        String pins =
                String.join("<br>", tests.stream().map(test -> "`" + test + "`").toList());
        return "| " + String.join(" | ", id, summary, verdict.words, note, pins) + " |";
    }
}
