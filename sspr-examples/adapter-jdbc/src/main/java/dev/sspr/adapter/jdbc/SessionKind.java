package dev.sspr.adapter.jdbc;

/** What a host gives a person who has signed in. */
public enum SessionKind {
    /** A browser's session. */
    SESSION,
    /** A token that fetches new access tokens. */
    REFRESH_TOKEN,
    /** A mark on a device that spares its owner the second factor. */
    REMEMBERED_DEVICE
}
