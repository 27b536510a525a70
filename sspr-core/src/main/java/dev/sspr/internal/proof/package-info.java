/**
 * Proves who somebody is, then does one deed as a unit with what must follow: the machine behind reset, unlock and change.
 *
 * <p>Which command may lead from where to where; a test draws this from the code and compares.
 *
 * <pre>{@code
 * Opened --identified--> Asking
 * Opened --choose--> Opened
 * Opened --resend--> Opened
 * Opened --waitsFor--> Waiting
 * Opened --end--> Ended
 * Opened stays: challenged, charge, answer, noticed, notNoticed, approved, waited, commit, written, notWritten, followed
 * Asking --choose--> Asking
 * Asking --resend--> Asking
 * Asking --challenged--> Asking
 * Asking --charge--> Asking
 * Asking --answer--> Asking or Proven
 * Asking --end--> Ended
 * Asking stays: identified, waitsFor, noticed, notNoticed, approved, waited, commit, written, notWritten, followed
 * Waiting --noticed--> Waiting
 * Waiting --notNoticed--> Waiting
 * Waiting --approved--> Waiting
 * Waiting --waited--> Proven
 * Waiting --end--> Ended
 * Waiting stays: identified, choose, resend, challenged, charge, answer, waitsFor, commit, written, notWritten, followed
 * Proven --commit--> Committing
 * Proven --written--> Finishing
 * Proven --notWritten--> Proven
 * Proven --end--> Ended or Proven
 * Proven stays: identified, choose, resend, challenged, charge, answer, waitsFor, noticed, notNoticed, approved, waited, followed
 * Committing --written--> Finishing
 * Committing --notWritten--> Proven
 * Committing --end--> Committing or Ended
 * Committing stays: identified, choose, resend, challenged, charge, answer, waitsFor, noticed, notNoticed, approved, waited, commit, followed
 * Finishing --followed--> Finishing or Settled
 * Finishing stays: identified, choose, resend, challenged, charge, answer, waitsFor, noticed, notNoticed, approved, waited, commit, written, notWritten, end
 * Settled --end--> Ended
 * Settled stays: identified, choose, resend, challenged, charge, answer, waitsFor, noticed, notNoticed, approved, waited, commit, written, notWritten, followed
 * Ended stays: identified, choose, resend, challenged, charge, answer, waitsFor, noticed, notNoticed, approved, waited, commit, written, notWritten, end, followed
 * }</pre>
 */
@NullMarked
package dev.sspr.internal.proof;

import org.jspecify.annotations.NullMarked;
