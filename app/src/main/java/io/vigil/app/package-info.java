/** The clinician's desktop: wiring, and a room for each screen. */
@NullMarked
package io.vigil.app;

import org.jspecify.annotations.NullMarked;
