/** All patients at a glance: who needs somebody now, and how everybody is. */
@NullMarked
package io.vigil.app.ward;

import org.jspecify.annotations.NullMarked;
