/** Whether the station itself is well: what watches the cycle, and what is found of screens, clock, store and the way of the alarms. */
@NullMarked
package io.vigil.agent.health;

import org.jspecify.annotations.NullMarked;
