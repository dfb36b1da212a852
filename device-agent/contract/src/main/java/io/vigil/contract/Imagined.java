package io.vigil.contract;

import io.vigil.policy.PolicyWish;
import io.vigil.ward.PatientId;
import java.util.List;

/** What a screen asks of settings that are not in force: what would have rung for that patient under them. */
public record Imagined(PatientId patient, List<PolicyWish> wishes) {

    public Imagined {
        wishes = List.copyOf(wishes);
    }
}
