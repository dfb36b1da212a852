/** Tests of the chart. */
@NullMarked
package io.vigil.app.patient.chart;

import org.jspecify.annotations.NullMarked;
