/** What became of each alarm, and what all of them together ask of the people on the ward, told from the log alone. */
@NullMarked
package io.vigil.proof;

import org.jspecify.annotations.NullMarked;
