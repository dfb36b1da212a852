/** How readings reach the agent: the port of every source, and the source that plays recordings. */
@NullMarked
package io.vigil.agent.sensing;

import org.jspecify.annotations.NullMarked;
