/** Who and what is on the ward: patients, the people who care for them, sensors, and the readings they gave. */
@NullMarked
package io.vigil.ward;

import org.jspecify.annotations.NullMarked;
