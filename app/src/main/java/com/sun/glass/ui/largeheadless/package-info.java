/** A larger headless screen for JavaFX; it stands in JavaFX's own package to reach what it must. */
@NullMarked
package com.sun.glass.ui.largeheadless;

import org.jspecify.annotations.NullMarked;
