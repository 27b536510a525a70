/**
 * Security info: the façade, its results, its policy, and the states behind it.
 *
 * <p>Which command may lead from where to where; a test draws this from the code and compares.
 *
 * <pre>{@code
 * Managing --enrol--> Enrolling
 * Managing --change--> Saving
 * Managing --closed--> Closed
 * Managing stays: sentAgain, charge, waited, confirmed, saved, unsaved, owing, dropped, denied
 * Enrolling --enrol--> Enrolling
 * Enrolling --sentAgain--> Enrolling
 * Enrolling --charge--> Enrolling
 * Enrolling --waited--> Enrolling
 * Enrolling --confirmed--> Saving
 * Enrolling --dropped--> Managing
 * Enrolling --closed--> Closed
 * Enrolling stays: change, saved, unsaved, owing, denied
 * Saving --saved--> Managing
 * Saving --unsaved--> Managing
 * Saving stays: enrol, sentAgain, charge, waited, confirmed, change, owing, dropped, closed, denied
 * Closed stays: enrol, sentAgain, charge, waited, confirmed, change, saved, unsaved, owing, dropped, closed, denied
 * Reversible --owing--> Reversible
 * Reversible stays: enrol, sentAgain, charge, waited, confirmed, change, saved, unsaved, dropped, closed, denied
 * }</pre>
 */
@NullMarked
package dev.sspr.register;

import org.jspecify.annotations.NullMarked;
