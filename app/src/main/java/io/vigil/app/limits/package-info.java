/** The settings of alarms, for a patient or the ward: what holds, who set it, how far it may be moved, and what would then have rung. */
@NullMarked
package io.vigil.app.limits;

import org.jspecify.annotations.NullMarked;
