/** What glucose is: concentrations, rates, readings, and the history of one patient. */
@NullMarked
package io.vigil.glucose;

import org.jspecify.annotations.NullMarked;
