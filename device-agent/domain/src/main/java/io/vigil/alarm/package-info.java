/** What an alarm is, and how one rises, is answered and ends. Knows of no rule. */
@NullMarked
package io.vigil.alarm;

import org.jspecify.annotations.NullMarked;
