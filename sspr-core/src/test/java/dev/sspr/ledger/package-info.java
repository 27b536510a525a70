/** The stored states and audit events of every call of every flow. */
@NullMarked
package dev.sspr.ledger;

import org.jspecify.annotations.NullMarked;
