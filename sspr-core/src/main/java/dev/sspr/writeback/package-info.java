/**
 * Writes a password to two stores, with Entra's rules for writeback (WB-01 to WB-17).
 *
 * <p>The table lists every outcome of {@link dev.sspr.writeback.DualWriteUserStore#setPassword}. LOST is a write that
 * landed and whose answer was lost. STALE is a write by another writer in between. The last two columns name the
 * password that signs in at the first and at the second store, before and after {@code repair}; "none" means that no
 * password does. If a store is down when the accounts are read, the call ends before anything is written.
 *
 * <pre>
 * first       second      answer               signs in with    after repair
 * OK          OK          Written              new/new          new/new
 * OK          REFUSES     Partly(REFUSED)      new/old          new/none
 * OK          DOWN        Partly(UNAVAILABLE)  new/old          new/none
 * OK          LOST        Partly(UNAVAILABLE)  new/new          new/new
 * OK          NOT_USABLE  Partly(NOT_USABLE)   new/none         new/none
 * OK          STALE       Partly(STALE)        new/foreign      new/none
 * OK          GONE        Partly(NOT_USABLE)   new/none         new/none
 * REFUSES     OK          Rejected             old/old          old/old
 * REFUSES     REFUSES     Rejected             old/old          old/old
 * REFUSES     DOWN        Rejected             old/old          old/old
 * REFUSES     LOST        Rejected             old/old          old/old
 * REFUSES     NOT_USABLE  Rejected             old/old          old/old
 * REFUSES     STALE       Rejected             old/old          old/old
 * REFUSES     GONE        Rejected             old/old          old/old
 * DOWN        OK          unavailable          old/old          old/old
 * DOWN        REFUSES     unavailable          old/old          old/old
 * DOWN        DOWN        unavailable          old/old          old/old
 * DOWN        LOST        unavailable          old/old          old/old
 * DOWN        NOT_USABLE  unavailable          old/old          old/old
 * DOWN        STALE       unavailable          old/old          old/old
 * DOWN        GONE        unavailable          old/old          old/old
 * LOST        OK          unavailable          new/old          new/none
 * LOST        REFUSES     unavailable          new/old          new/none
 * LOST        DOWN        unavailable          new/old          new/none
 * LOST        LOST        unavailable          new/old          new/none
 * LOST        NOT_USABLE  unavailable          new/old          new/none
 * LOST        STALE       unavailable          new/old          new/none
 * LOST        GONE        unavailable          new/old          new/none
 * NOT_USABLE  OK          NotUsable            none/old         none/old
 * NOT_USABLE  REFUSES     NotUsable            none/old         none/old
 * NOT_USABLE  DOWN        NotUsable            none/old         none/old
 * NOT_USABLE  LOST        NotUsable            none/old         none/old
 * NOT_USABLE  NOT_USABLE  NotUsable            none/old         none/old
 * NOT_USABLE  STALE       NotUsable            none/old         none/old
 * NOT_USABLE  GONE        NotUsable            none/old         none/old
 * STALE       OK          Stale                foreign/old      foreign/old
 * STALE       REFUSES     Stale                foreign/old      foreign/old
 * STALE       DOWN        Stale                foreign/old      foreign/old
 * STALE       LOST        Stale                foreign/old      foreign/old
 * STALE       NOT_USABLE  Stale                foreign/old      foreign/old
 * STALE       STALE       Stale                foreign/old      foreign/old
 * STALE       GONE        Stale                foreign/old      foreign/old
 * GONE        OK          NotUsable            none/old         none/old
 * GONE        REFUSES     NotUsable            none/old         none/old
 * GONE        DOWN        NotUsable            none/old         none/old
 * GONE        LOST        NotUsable            none/old         none/old
 * GONE        NOT_USABLE  NotUsable            none/old         none/old
 * GONE        STALE       NotUsable            none/old         none/old
 * GONE        GONE        NotUsable            none/old         none/old
 * </pre>
 */
@NullMarked
package dev.sspr.writeback;

import org.jspecify.annotations.NullMarked;
