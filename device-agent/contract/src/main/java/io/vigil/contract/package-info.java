/** What app and agent say to each other: the mapping between the wire's messages and the domain's words. */
@NullMarked
package io.vigil.contract;

import org.jspecify.annotations.NullMarked;
