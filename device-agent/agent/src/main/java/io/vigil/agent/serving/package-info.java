/** The local link: tells screens what is true and what becomes true, and lets people and sources in by the door they may use. */
@NullMarked
package io.vigil.agent.serving;

import org.jspecify.annotations.NullMarked;
