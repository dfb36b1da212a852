/** The whole house at once: the agent as a process of its own, the app's window before it, and recorded nights. */
@NullMarked
package io.vigil.app.house;

import org.jspecify.annotations.NullMarked;
