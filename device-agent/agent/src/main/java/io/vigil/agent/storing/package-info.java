/** Where readings and events are kept for good: one encrypted database, one writer, nothing acknowledged before it is durable. */
@NullMarked
package io.vigil.agent.storing;

import org.jspecify.annotations.NullMarked;
