/** How a day of readings is packed into few bytes, and unpacked again without loss. */
@NullMarked
package io.vigil.agent.storing.packed;

import org.jspecify.annotations.NullMarked;
