package io.vigil.app.ward;

import static io.vigil.app.ward.NightWard.ENGLISH;
import static io.vigil.app.ward.NightWard.NOW;
import static io.vigil.app.ward.NightWard.ZONE;
import static io.vigil.app.ward.NightWard.bed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.TileOrder;
import io.vigil.app.ui.Units;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent.AlarmChanged;
import io.vigil.ward.PatientId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the ward's screen says of all its patients together. */
class WardStateTest {

    private static final Manner BY_BED =
            Manner.of(Units.MG_PER_DL, PatientNames.FULL, TileOrder.BY_BED, ZONE, Locale.ENGLISH);

    @Test
    void who_needs_somebody_comes_first_then_who_soon_will_then_the_rest_by_bed() {
        var ward = NightWard.shown(NightWard.asDrawn(), AnswerTimes.NONE, NOW, ENGLISH);

        assertThat(beds(ward))
                .containsExactly(
                        "Bed 07", "Bed 11", "Bed 03", "Bed 09", "Bed 02", "Bed 01", "Bed 04", "Bed 05", "Bed 06",
                        "Bed 08", "Bed 10", "Bed 12");
    }

    @Test
    void can_be_read_by_bed_and_the_small_tiles_of_a_crowd_still_put_alarms_first() {
        var ward = NightWard.shown(NightWard.asDrawn(), AnswerTimes.NONE, NOW, BY_BED);

        assertThat(beds(ward)).isSorted().hasSize(12);
        assertThat(ward.alarmsFirst().stream().limit(4).map(TileState::bed))
                .containsExactly("Bed 03", "Bed 07", "Bed 09", "Bed 11");
    }

    @Test
    void gives_the_numbers_of_the_ward() {
        var alarm = NightWard.alarms().getLast();
        var answers = AnswerTimes.NONE.with(List.of(acknowledged(1, alarm, Duration.ofSeconds(110))));

        var ward = NightWard.shown(NightWard.asDrawn(), answers, NOW, ENGLISH);

        assertThat(ward.figures().stream().map(Figure::spoken))
                .containsExactly(
                        "8 of 11 in range now",
                        "4 alarms open, 1 answered",
                        "1 sensor expires today",
                        "1 min 50 s median to answer this shift");
    }

    @Test
    void knows_nothing_while_the_agent_is_lost() {
        var lost = NightWard.station(NightWard.twelve(), NightWard.alarms(), new Contact.Lost(NOW, 3444));

        var ward = NightWard.shown(lost, AnswerTimes.NONE, NOW, ENGLISH);

        assertThat(ward.isSortable()).isFalse();
        assertThat(beds(ward)).isSorted();
        assertThat(ward.alarmed()).isZero();
        assertThat(ward.tiles()).allMatch(tile -> tile.value() instanceof TileValue.Silence);
        assertThat(ward.figures().stream().map(Figure::spoken))
                .containsExactly(
                        "— in range now: not known",
                        "— alarms open: not known",
                        "Trying again every second 3,444 tries, the last at 04:07:12");
    }

    @Test
    void says_why_there_is_no_tile() {
        var notYet = NightWard.station(List.of(), List.of(), new Contact.NotYet(NOW));
        var nobody = NightWard.station(List.of(), List.of(), new Contact.InContact());

        assertThat(NightWard.shown(notYet, AnswerTimes.NONE, NOW, ENGLISH)
                        .notice()
                        .title())
                .isEqualTo("Waiting for the agent");
        assertThat(NightWard.shown(nobody, AnswerTimes.NONE, NOW, ENGLISH)
                        .notice()
                        .title())
                .isEqualTo("No patient on this ward yet");
        assertThat(NightWard.shown(NightWard.asDrawn(), AnswerTimes.NONE, NOW, ENGLISH)
                        .notice())
                .isEqualTo(WardState.Notice.NONE);
    }

    @Test
    void the_median_counts_each_alarm_of_this_shift_once_by_its_first_answer() {
        var alarms = NightWard.alarms();
        var journal = IntStream.range(0, 4)
                .mapToObj(i -> acknowledged(i, alarms.get(i), Duration.ofSeconds(60 + 20L * i)))
                .toList();
        var again = List.of(acknowledged(9, alarms.getFirst(), Duration.ofHours(1)));

        var answers = AnswerTimes.NONE.with(journal).with(again).with(journal);

        assertThat(answers.medianSince(NightWard.at("00:00"))).hasValue(Duration.ofSeconds(90));
        assertThat(answers.medianSince(NightWard.at("23:00"))).isEmpty();
        assertThat(answers.since(NightWard.at("00:00"))).isEqualTo(answers);
        assertThat(answers.since(NightWard.at("23:00"))).isEqualTo(AnswerTimes.NONE);
    }

    // [utest->req~screen.nobody-is-out-of-sight~1]
    @Test
    void every_patient_keeps_exactly_one_tile() {
        for (var station : List.of(NightWard.asDrawn(), NightWard.odd(), NightWard.crowd(300))) {
            var ward = NightWard.shown(station, AnswerTimes.NONE, NOW, ENGLISH);

            assertThat(ward.tiles().stream().map(TileState::patient))
                    .containsExactlyInAnyOrderElementsOf(patients(station));
            assertThat(ward.alarmsFirst()).containsExactlyInAnyOrderElementsOf(ward.tiles());
        }
        assertThat(patients(NightWard.odd())).contains(bed(12));
    }

    private static List<PatientId> patients(StationView station) {
        return station.patients().stream().map(view -> view.patient().id()).toList();
    }

    private static List<String> beds(WardState ward) {
        return ward.tiles().stream().map(TileState::bed).toList();
    }

    static NumberedEvent acknowledged(long seq, OpenAlarm alarm, Duration after) {
        var at = alarm.id().raisedAt().plus(after);
        return new NumberedEvent(
                seq,
                at,
                new AlarmChanged(new AlarmChange(
                        alarm.id(), AlarmStep.ACKNOWLEDGED, at, alarm.state().worst(), alarm.limit(), alarm.state())));
    }
}
