package io.vigil.app.limits;

import io.vigil.policy.Guardrail;
import io.vigil.policy.PolicyRights;
import io.vigil.policy.PolicyRights.Right;
import io.vigil.policy.Realm;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far who looks at the page may move things, in the words of the agent's own table. The agent asks it again.
 *
 * @param person none where nobody has signed in
 */
record Freedom(Optional<Person> person, boolean isForWard, Wording wording) {

    /** What came of a value that somebody wants. */
    sealed interface Asked {
        record Granted(SettingValue value) implements Asked {}

        record Refused(String why) implements Asked {}
    }

    Right of(Realm realm) {
        return person.map(who -> PolicyRights.of(who.role(), realm, isForWard)).orElse(Right.NONE);
    }

    boolean isAny() {
        return Arrays.stream(Realm.values()).anyMatch(realm -> of(realm) != Right.NONE);
    }

    /** Why nothing of that realm can be changed by them; empty where it can. */
    String locked(Realm realm) {
        if (of(realm) != Right.NONE) {
            return "";
        }
        if (person.isEmpty()) {
            return wording.text("locked.sign-in");
        }
        return wording.text("locked." + (isForWard ? "ward" : "patient"), allowed(realm));
    }

    /** Whether a value is theirs to choose, with the sentence that says why not. */
    // [impl->req~screen.limits-refuse~1]
    Asked ask(Setting setting, SettingValue wanted) {
        var scale = wording.scale(setting);
        var rail = setting.guardrail();
        if (rail.place(wanted) == Guardrail.Place.REFUSED) {
            var special = setting.equals(Setting.URGENT_LOW_AT_OR_BELOW)
                    && wanted.amount() < rail.least().amount();
            return new Asked.Refused(wording.text(
                    special ? "refused.urgent-low" : "refused.bounds",
                    scale.text(wanted),
                    scale.text(rail.least()),
                    scale.signed(rail.most())));
        }
        return switch (of(setting.realm())) {
            case ALL -> new Asked.Granted(wanted);
            case NONE -> new Asked.Refused(locked(setting.realm()));
            case RECOMMENDED ->
                rail.place(wanted) == Guardrail.Place.RECOMMENDED
                        ? new Asked.Granted(wanted)
                        : new Asked.Refused(wording.text(
                                anybodyMay(setting.realm()) ? "refused.recommended" : "refused.only-recommended",
                                scale.text(wanted),
                                scale.text(rail.leastRecommended()),
                                scale.signed(rail.mostRecommended())));
        };
    }

    /** The value nearest to the wanted one that is theirs to choose. */
    SettingValue nearest(Setting setting, SettingValue wanted) {
        var rail = setting.guardrail();
        var all = of(setting.realm()) == Right.ALL;
        var least = all ? rail.least() : rail.leastRecommended();
        var most = all ? rail.most() : rail.mostRecommended();
        return new SettingValue(wanted.unit(), Math.clamp(wanted.amount(), least.amount(), most.amount()));
    }

    private boolean anybodyMay(Realm realm) {
        return Arrays.stream(Role.values()).anyMatch(role -> PolicyRights.of(role, realm, isForWard) == Right.ALL);
    }

    private String allowed(Realm realm) {
        return Arrays.stream(Role.values())
                .filter(role -> PolicyRights.of(role, realm, isForWard) != Right.NONE)
                .map(wording::name)
                .collect(Collectors.joining(", "));
    }
}
