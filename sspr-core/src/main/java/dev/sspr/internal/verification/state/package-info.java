/**
 * The pure states of verification flows, their guards and their codec.
 *
 * <p>The moves of each command; a test draws them from the code and compares.
 *
 * <pre>{@code
 * Identifying --identified--> AwaitingResponse
 * Identifying --choose--> Identifying
 * Identifying --resend--> Identifying
 * Identifying --waitsFor--> Waiting
 * Identifying --end--> FlowEnded
 * Identifying --expired--> FlowEnded
 * Identifying stays: challenged, prepared, delivered, charge, answer, noticed, notNoticed, approved, waited, commit, written, notWritten, followed
 * AwaitingResponse --choose--> AwaitingResponse
 * AwaitingResponse --resend--> AwaitingResponse
 * AwaitingResponse --challenged--> AwaitingResponse
 * AwaitingResponse --prepared--> AwaitingResponse
 * AwaitingResponse --delivered--> AwaitingResponse
 * AwaitingResponse --charge--> AwaitingResponse
 * AwaitingResponse --answer--> AwaitingResponse or ProofsComplete
 * AwaitingResponse --end--> FlowEnded
 * AwaitingResponse --expired--> FlowEnded
 * AwaitingResponse stays: identified, waitsFor, noticed, notNoticed, approved, waited, commit, written, notWritten, followed
 * Waiting --noticed--> Waiting
 * Waiting --notNoticed--> Waiting
 * Waiting --approved--> Waiting
 * Waiting --waited--> ProofsComplete
 * Waiting --end--> FlowEnded
 * Waiting --expired--> FlowEnded
 * Waiting stays: identified, choose, resend, challenged, prepared, delivered, charge, answer, waitsFor, commit, written, notWritten, followed
 * ProofsComplete --commit--> Committing
 * ProofsComplete --written--> FinishingCommit
 * ProofsComplete --notWritten--> ProofsComplete
 * ProofsComplete --end--> FlowEnded or ProofsComplete
 * ProofsComplete --expired--> FlowEnded
 * ProofsComplete stays: identified, choose, resend, challenged, prepared, delivered, charge, answer, waitsFor, noticed, notNoticed, approved, waited, followed
 * Committing --written--> FinishingCommit
 * Committing --notWritten--> ProofsComplete
 * Committing --end--> Committing or FlowEnded
 * Committing stays: identified, choose, resend, challenged, prepared, delivered, charge, answer, waitsFor, noticed, notNoticed, approved, waited, commit, expired, followed
 * FinishingCommit --followed--> Completed or FinishingCommit
 * FinishingCommit stays: identified, choose, resend, challenged, prepared, delivered, charge, answer, waitsFor, noticed, notNoticed, approved, waited, commit, written, notWritten, end, expired
 * Completed --end--> FlowEnded
 * Completed stays: identified, choose, resend, challenged, prepared, delivered, charge, answer, waitsFor, noticed, notNoticed, approved, waited, commit, written, notWritten, expired, followed
 * FlowEnded stays: identified, choose, resend, challenged, prepared, delivered, charge, answer, waitsFor, noticed, notNoticed, approved, waited, commit, written, notWritten, end, expired, followed
 * }</pre>
 */
@NullMarked
package dev.sspr.internal.verification.state;

import org.jspecify.annotations.NullMarked;
