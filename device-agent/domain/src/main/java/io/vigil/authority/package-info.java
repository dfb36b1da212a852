/** Where the alarms of a patient stand: rules are asked, the machine is told, and a recording can be told again. */
@NullMarked
package io.vigil.authority;

import org.jspecify.annotations.NullMarked;
