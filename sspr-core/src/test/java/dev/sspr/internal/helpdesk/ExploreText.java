package dev.sspr.internal.helpdesk;

/** What the help desk owes somebody, as it is stored, for an explorer of all flows together. */
public final class ExploreText {
    private static final PendingAdminNoticeCodec CODEC = new PendingAdminNoticeCodec();

    private ExploreText() {}

    /** The state, whose text has all its parts, random ids and instants as they are. */
    public static Object read(byte[] plain) {
        return CODEC.read(plain);
    }
}
