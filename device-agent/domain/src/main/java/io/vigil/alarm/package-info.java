/** What an alarm is: which conditions are worth one, and how one rises, is answered and ends. */
@NullMarked
package io.vigil.alarm;

import org.jspecify.annotations.NullMarked;
