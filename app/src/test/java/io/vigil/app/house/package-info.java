/** The whole house, with the agent as the program it is: stories that only two real processes can tell. */
@NullMarked
package io.vigil.app.house;

import org.jspecify.annotations.NullMarked;
