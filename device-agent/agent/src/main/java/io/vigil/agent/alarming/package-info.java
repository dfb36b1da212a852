/** The one alarm authority of the house: holds where every alarm stands, and asks the domain what becomes of it. */
@NullMarked
package io.vigil.agent.alarming;

import org.jspecify.annotations.NullMarked;
