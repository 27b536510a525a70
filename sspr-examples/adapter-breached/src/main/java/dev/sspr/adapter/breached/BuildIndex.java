package dev.sspr.adapter.breached;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Builds or updates an index from the command line. */
public final class BuildIndex {
    private BuildIndex() {}

    /**
     * Builds or updates.
     *
     * @param args {@code exact LIST INDEX}, {@code approximate LIST INDEX} or {@code update INDEX LIST}
     */
    public static void main(String[] args) {
        String command = args.length == 3 ? args[0] : "";
        try {
            switch (command) {
                case "exact" -> builder(IndexForm.EXACT).build(Path.of(args[1]), Path.of(args[2]));
                case "approximate" -> builder(IndexForm.APPROXIMATE).build(Path.of(args[1]), Path.of(args[2]));
                case "update" -> builder(IndexForm.EXACT).update(Path.of(args[1]), Path.of(args[2]));
                default -> {
                    System.err.println("usage: exact LIST INDEX | approximate LIST INDEX | update INDEX LIST");
                    System.exit(2);
                }
            }
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private static IndexBuilder builder(IndexForm form) {
        return IndexBuilder.of(form)
                .reporting((phase, done, total) -> System.err.printf(
                        Locale.ROOT,
                        "%s %.1f %%%n",
                        phase.name().toLowerCase(Locale.ROOT),
                        total == 0 ? 100.0 : 100.0 * done / total));
    }
}
