/** What all screens share: colours, type, icons, words for times and numbers, and the door to the screen's thread. */
@NullMarked
package io.vigil.app.ui;

import org.jspecify.annotations.NullMarked;
