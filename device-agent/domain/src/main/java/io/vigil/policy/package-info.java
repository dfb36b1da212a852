/** Which rules hold for whom, within which limits. What would not be safe cannot be made. */
@NullMarked
package io.vigil.policy;

import org.jspecify.annotations.NullMarked;
