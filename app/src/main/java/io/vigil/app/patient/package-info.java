/** One patient, live: the page, what it shows as a value, and the chart. */
@NullMarked
package io.vigil.app.patient;

import org.jspecify.annotations.NullMarked;
