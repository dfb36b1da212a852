/** What happened on the ward, as numbered events that are kept for good. */
@NullMarked
package io.vigil.journal;

import org.jspecify.annotations.NullMarked;
