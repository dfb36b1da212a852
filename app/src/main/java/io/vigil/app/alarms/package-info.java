/** What sounds and what stands above everything: the banner of open alarms and their tones. */
@NullMarked
package io.vigil.app.alarms;

import org.jspecify.annotations.NullMarked;
