/** Tests of the patient's room. */
@NullMarked
package io.vigil.app.patient;

import org.jspecify.annotations.NullMarked;
