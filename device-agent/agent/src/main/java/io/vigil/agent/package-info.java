/** The program at the bedside: the cycle, and five rooms around it. */
@NullMarked
package io.vigil.agent;

import org.jspecify.annotations.NullMarked;
