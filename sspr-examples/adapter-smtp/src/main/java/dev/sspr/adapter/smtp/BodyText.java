package dev.sspr.adapter.smtp;

/** Text on its way into a body: what no mail can carry, and what a terminal would obey, becomes U+FFFD. */
final class BodyText {
    private static final int NEXT_LINE = 0x85;

    private BodyText() {}

    /** CR LF and CR become a line feed; tabs and the next-line character stay. */
    static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        lines.codePoints().forEach(point -> tidy.appendCodePoint(isKept(point) ? point : '\uFFFD'));
        return tidy.toString();
    }

    private static boolean isKept(int point) {
        int type = Character.getType(point);
        return point == '\n'
                || point == '\t'
                || point == NEXT_LINE
                || (type != Character.CONTROL && type != Character.SURROGATE);
    }
}
