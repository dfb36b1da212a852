/** What sounds and stands in the banner. */
@NullMarked
package io.vigil.app.alarms;

import org.jspecify.annotations.NullMarked;
