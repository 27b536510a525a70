/**
 * The registration of security info: commands, states and background work.
 *
 * <p>The transitions of each command; a test compares them with the code.
 *
 * <pre>{@code
 * Idle --enrol--> Enrolling
 * Idle --change--> Saving
 * Idle --closed--> Closed
 * Idle stays: sentAgain, charge, waited, confirmed, saved, unsaved, owing, owingSessions, dropped, denied
 * Enrolling --enrol--> Enrolling
 * Enrolling --sentAgain--> Enrolling
 * Enrolling --charge--> Enrolling
 * Enrolling --waited--> Enrolling
 * Enrolling --confirmed--> Saving
 * Enrolling --dropped--> Idle
 * Enrolling --closed--> Closed
 * Enrolling stays: change, saved, unsaved, owing, owingSessions, denied
 * Saving --saved--> Idle
 * Saving --unsaved--> Idle
 * Saving stays: enrol, sentAgain, charge, waited, confirmed, change, owing, owingSessions, dropped, closed, denied
 * Closed stays: enrol, sentAgain, charge, waited, confirmed, change, saved, unsaved, owing, owingSessions, dropped, closed, denied
 * RevertWindow --owing--> RevertWindow
 * RevertWindow --owingSessions--> RevertWindow
 * RevertWindow stays: enrol, sentAgain, charge, waited, confirmed, change, saved, unsaved, dropped, closed, denied
 * }</pre>
 */
@NullMarked
package dev.sspr.internal.registration;

import org.jspecify.annotations.NullMarked;
