/** Whether the agent itself is well: what watches the cycle. */
@NullMarked
package io.vigil.agent.health;

import org.jspecify.annotations.NullMarked;
