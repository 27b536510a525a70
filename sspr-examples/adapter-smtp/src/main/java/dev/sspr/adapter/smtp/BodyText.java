package dev.sspr.adapter.smtp;

/** Text on its way into a body: what no mail can carry, and what a terminal would obey, becomes U+FFFD. */
final class BodyText {
    private BodyText() {}

    /** Line breaks of any kind become a line feed; tabs stay. */
    static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        lines.codePoints().forEach(point -> tidy.appendCodePoint(isKept(point) ? point : '\uFFFD'));
        return tidy.toString();
    }

    private static boolean isKept(int point) {
        int type = Character.getType(point);
        return point == '\n' || point == '\t' || (type != Character.CONTROL && type != Character.SURROGATE);
    }
}
