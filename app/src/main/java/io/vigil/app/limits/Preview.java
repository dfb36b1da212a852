package io.vigil.app.limits;

import io.vigil.policy.WhatIf;
import java.time.Instant;

/** What the agent has said of the last fourteen days. */
sealed interface Preview {

    /** It was asked, or will be as soon as the values stand still. */
    record Asking() implements Preview {}

    record Told(WhatIf whatIf, Instant at) implements Preview {}

    /** There is nothing to tell, and here is why. */
    record Untold(String why) implements Preview {}
}
