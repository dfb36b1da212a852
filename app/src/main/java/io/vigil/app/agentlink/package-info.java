/** The only room that knows the network: what the agent tells, as values, and what people tell the agent. */
@NullMarked
package io.vigil.app.agentlink;

import org.jspecify.annotations.NullMarked;
