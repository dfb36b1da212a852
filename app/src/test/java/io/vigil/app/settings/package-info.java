/** This workstation's choices. */
@NullMarked
package io.vigil.app.settings;

import org.jspecify.annotations.NullMarked;
