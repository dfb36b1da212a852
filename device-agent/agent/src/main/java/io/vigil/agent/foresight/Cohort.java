package io.vigil.agent.foresight;

import java.util.List;

/** People recorded together. */
public record Cohort(String name, List<Person> people) {

    public Cohort {
        people = List.copyOf(people);
    }

    /** Those whose sensor spoke every five minutes: of the others the judge's half hour holds too few readings. */
    List<Person> judged() {
        return people.stream().filter(Person::isReadEveryFiveMinutes).toList();
    }

    List<Judged> judge(Warner warner) {
        return judged().stream()
                .map(person -> WarningJudge.judge(person, warner))
                .toList();
    }
}
