/** The demo: an agent of its own with recorded nights, the app, and a nurse who follows a script. */
@NullMarked
package io.vigil.app.demo;

import org.jspecify.annotations.NullMarked;
