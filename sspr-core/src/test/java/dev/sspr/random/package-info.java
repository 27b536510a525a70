/** Random sequences of public calls on two nodes, with faults, other writers and key rotation, against a list of invariants. */
package dev.sspr.random;
