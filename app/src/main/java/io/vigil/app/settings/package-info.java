/** This workstation's choices: theme, units, language, names. */
@NullMarked
package io.vigil.app.settings;

import org.jspecify.annotations.NullMarked;
