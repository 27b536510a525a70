/** Hardware tokens as their vendors deliver them: CSV files of seeds. */
@NullMarked
package dev.sspr.oath;

import org.jspecify.annotations.NullMarked;
