package io.vigil.agent.health;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByStation;
import java.util.Optional;

/** Whether the model of forecasts that the settings name is there. Without it the built-in forecaster goes on. */
public final class ModelFinding {

    private ModelFinding() {}

    /**
     * What follows from what the settings name.
     *
     * @param wanted its name; none where the built-in forecaster is meant
     */
    // [impl->req~alarm.model-missing~1]
    public static Found of(Optional<String> wanted, boolean isThere) {
        return Found.of(
                AlarmKind.MODEL_MISSING,
                wanted.isPresent() && !isThere,
                new ByStation(wanted.map(
                                name -> "The model " + name + " is not on this station; the built-in forecast is used.")
                        .orElse("")));
    }
}
