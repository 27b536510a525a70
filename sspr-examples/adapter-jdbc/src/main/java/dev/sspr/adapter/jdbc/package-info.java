/** Every store role over JDBC. */
@NullMarked
package dev.sspr.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
