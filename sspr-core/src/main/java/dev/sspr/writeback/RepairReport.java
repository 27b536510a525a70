package dev.sspr.writeback;

/**
 * What one batch of repairs did.
 *
 * @param expired how many old passwords were made useless in the second store, 0 or more
 * @param nothing how many attempts needed nothing after all, 0 or more
 * @param later how many must be looked at again, 0 or more
 */
public record RepairReport(int expired, int nothing, int later) {}
