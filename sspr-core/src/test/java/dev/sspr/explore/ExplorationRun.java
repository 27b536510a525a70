package dev.sspr.explore;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What one run lets happen: small enough that the space closes; together the runs let every two flows meet.
 *
 * @param name for the report
 * @param has what is so in it from the beginning
 * @param bounds how often each deed may be done
 */
record ExplorationRun(String name, Set<Has> has, Map<BoundedAction, Integer> bounds) {
    /** What is so from the beginning. */
    enum Has {
        /** A reset takes two proofs. */
        TWO_PROOFS,
        /** The owner has registered the mailbox, and a phone. */
        PHONE,
        /** The owner has registered nothing, and what the host holds counts only when registered. */
        NOTHING,
        /** The attacker reads the owner's mailbox. */
        ATTACKER_READS_MAIL,
        /** The attacker knows the first password. */
        ATTACKER_KNOWS_PASSWORD,
        /** The attacker has a copy of a session that began with the password alone. */
        ATTACKER_HAS_SESSION,
        /** The account begins locked. */
        LOCKED
    }

    static ExplorationRun of(String name, Has... has) {
        Set<Has> all = EnumSet.noneOf(Has.class);
        all.addAll(Set.of(has));
        return new ExplorationRun(name, all, new EnumMap<>(BoundedAction.class));
    }

    ExplorationRun may(int times, BoundedAction... deeds) {
        Map<BoundedAction, Integer> more = new EnumMap<>(BoundedAction.class);
        more.putAll(bounds);
        for (BoundedAction boundedAction : deeds) {
            more.put(boundedAction, times);
        }
        return new ExplorationRun(name, has, more);
    }

    boolean is(Has what) {
        return has.contains(what);
    }

    /** Whether a deed may be done once more. */
    boolean may(BoundedAction boundedAction, ExploredWorld exploredWorld) {
        return exploredWorld.done(boundedAction) < bounds.getOrDefault(boundedAction, 0);
    }

    boolean ever(BoundedAction boundedAction) {
        return bounds.containsKey(boundedAction);
    }

    int proofs() {
        return is(Has.TWO_PROOFS) ? 2 : 1;
    }

    /** Whose eyes see what arrives somewhere. */
    boolean reads(Actor actor, String to) {
        return actor == Actor.ATTACKER
                ? to.equals(ExploredWorld.EVIL_MAIL)
                        || (is(Has.ATTACKER_READS_MAIL) && to.equals(ExploredWorld.MAIL.address()))
                : actor == Actor.OWNER && !to.equals(ExploredWorld.EVIL_MAIL);
    }

    @Override
    public String toString() {
        return name;
    }
}
