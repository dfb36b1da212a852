/** The stage on which views are tested without a display, and the pictures taken there. */
@NullMarked
package io.vigil.app.stage;

import org.jspecify.annotations.NullMarked;
