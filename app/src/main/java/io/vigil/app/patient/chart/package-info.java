/** The glucose chart: its geometry as pure values, and the canvas that draws them. */
@NullMarked
package io.vigil.app.patient.chart;

import org.jspecify.annotations.NullMarked;
