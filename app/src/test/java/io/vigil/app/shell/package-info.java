/** What the window promises, and pictures of it. */
@NullMarked
package io.vigil.app.shell;

import org.jspecify.annotations.NullMarked;
