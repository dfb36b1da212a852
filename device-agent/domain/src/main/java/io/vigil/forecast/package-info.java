/** What may come: forecasts of glucose that say how sure they are. */
@NullMarked
package io.vigil.forecast;

import org.jspecify.annotations.NullMarked;
