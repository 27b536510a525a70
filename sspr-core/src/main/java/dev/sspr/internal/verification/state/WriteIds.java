package dev.sspr.internal.verification.state;

import dev.sspr.spi.FlowId;
import dev.sspr.spi.WriteId;

/**
 * The ids of a flow's writes. Each has the flow's id and the stored version that the write began with, so every attempt
 * has another one, and no key is needed to recognise it.
 */
public final class WriteIds {
    private WriteIds() {}

    public static WriteId of(FlowId flow, long version) {
        return new WriteId(prefix(flow) + version);
    }

    /** Returns whether it is the id of one of this flow's writes. */
    static boolean isOf(FlowId flow, WriteId write) {
        return write.value().startsWith(prefix(flow));
    }

    private static String prefix(FlowId flow) {
        return flow.digest().hex() + "-";
    }
}
