/** Tests of the room where limits are set. */
@NullMarked
package io.vigil.app.limits;

import org.jspecify.annotations.NullMarked;
