/** How well lows are foreseen: a frozen evaluator, the rules it judges, and the benchmark of them. */
@NullMarked
package io.vigil.agent.foresight;

import org.jspecify.annotations.NullMarked;
