/** The window: what stands around every room, the way from one room to the next, and who is signed in. */
@NullMarked
package io.vigil.app.shell;

import org.jspecify.annotations.NullMarked;
