/** Where the store's keys come from, and how each record is sealed with them. */
@NullMarked
package io.vigil.agent.storing.keys;

import org.jspecify.annotations.NullMarked;
