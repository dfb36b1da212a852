package io.vigil.agent.serving;

import io.vigil.policy.PolicyHours;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Subject;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where the settings of alarms are asked and changed; answers as {@link StationDesk} does. Who may change what is decided
 * here, not at the door: it depends on the setting.
 */
public interface PolicyDesk {

    CompletableFuture<Long> changePolicy(
            String commandId, Subject subject, List<PolicyWish> wishes, Person by, String reason);

    CompletableFuture<Long> undoPolicyChange(String commandId, long change, Person by, String reason);

    /** What is in force now, without its history. */
    CompletableFuture<PolicySheet> policy(Subject subject);

    /** What holds for a patient, and then what would. */
    CompletableFuture<List<PolicyHours>> presentAndImagined(PatientId patient, List<PolicyWish> wishes);
}
