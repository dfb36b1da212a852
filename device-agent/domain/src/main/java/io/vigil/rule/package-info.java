/** The conditions worth an alarm: each a record of its settings, with a verdict that depends on nothing else. */
@NullMarked
package io.vigil.rule;

import org.jspecify.annotations.NullMarked;
