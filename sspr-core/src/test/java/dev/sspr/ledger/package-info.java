/** What every call of every flow stores and what it tells the audit. */
@NullMarked
package dev.sspr.ledger;

import org.jspecify.annotations.NullMarked;
