/** Whether the pages of {@code resources/requirements} say what is so. */
@NullMarked
package io.vigil.requirements;

import org.jspecify.annotations.NullMarked;
