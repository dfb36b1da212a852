package io.vigil.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.agentlink.StationView.Contact.Lost;
import io.vigil.app.agentlink.StationView.Contact.NotYet;
import io.vigil.app.demo.DemoStation;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Reading;
import io.vigil.journal.NumberedEvent;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The agent's process is killed while an answered urgent low lasts, and started again. */
class AgentIsKilledIT extends HouseTest {

    /**
     * Slow enough that the answer's quiet, 15 told minutes, outlasts a restart on a busy machine: a reading is missed some 22 s
     * after the answer, and 50 more are left until the alarm would sound anew.
     */
    private static final double SPEED = 12;

    /** Each takes a millisecond at the least. */
    private static final int GENEROUS_QUESTIONS = 20_000;

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(3);

    /** What the link told, and when, by this machine's monotonic clock. On the screen's thread alone. */
    private Optional<Instant> beat = Optional.empty();

    private long lastBeatNanos;
    private long lostNanos;
    private long bannerNanos;
    private Optional<StationView> firstAfterReturn = Optional.empty();

    // [utest->req~link.agent-lost-is-shown~1]
    // [utest->req~link.nothing-missed~1]
    // [utest->req~alarm.survives-restart~1]
    // [utest->req~store.nothing-acknowledged-is-lost~1]
    @Test
    @Timeout(400)
    void a_killed_agent_is_told_within_three_seconds_and_comes_back_with_everything() {
        open(SPEED);
        watchTheLink();
        untilSoon("the urgent low is open", () -> urgentLow().isPresent());
        var alarm = onScreen(() -> urgentLow().orElseThrow());
        answered(link().signIn("brandt", "night-4b"));
        answered(link().acknowledge(alarm, "Juice given"));
        untilSoon("the answer is told", () -> answer().isPresent());
        var answer = onScreen(() -> answer().orElseThrow());

        station().agent().kill();
        var killedAt = link().clock().instant();

        untilSoon("the app says that the agent is gone", () -> bannerNanos != 0);
        assertThat(Duration.ofNanos(onScreen(() -> lostNanos - lastBeatNanos)))
                .as("from the last beat to the view that tells the loss")
                .isLessThan(KNOWN_WITHIN);
        assertThat(Duration.ofNanos(onScreen(() -> bannerNanos - lastBeatNanos)))
                .as("from the last beat to the banner on the screen")
                .isLessThan(KNOWN_WITHIN);
        assertThat(words(".lost-banner"))
                .contains("No contact with the agent since 04:")
                .contains("alarms may not reach this screen")
                .contains("Go to the beds and measure.");
        assertThat(lookup(".shell").query().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("lost"));
        assertThat(tile("Bed 07")).doesNotContain("mg/dL").contains("No reading since");
        picture("house-agent-lost");

        var missed = Tape.of(OSEI).firstAfter(killedAt);
        untilSoon(
                "a reading was measured that no agent took",
                () -> link().clock().instant().isAfter(missed));
        station().agent().restart();
        untilSoon("the app is in contact again, by itself", () -> firstAfterReturn.isPresent());

        assertThat(words(".lost-banner")).isEmpty();
        assertThat(answerIn(firstAfterReturn.orElseThrow(), alarm.id()))
                .as("the answer, in the first that is told after the return")
                .contains(answer);
        assertNoReadingIsMissing(missed);
        assertEventsAreWhole();
        assertThat(book()).filteredOn(HouseTest::isAnswerToUrgentLow).hasSize(1);
    }

    private void watchTheLink() {
        link().onChange(view -> {
            switch (view.contact()) {
                case InContact _ -> {
                    if (lostNanos != 0 && firstAfterReturn.isEmpty()) {
                        firstAfterReturn = Optional.of(view);
                    }
                    if (lostNanos == 0 && !beat.equals(Optional.of(view.health().beatAt()))) {
                        beat = Optional.of(view.health().beatAt());
                        lastBeatNanos = System.nanoTime();
                    }
                }
                case Lost _ -> {
                    if (lostNanos == 0) {
                        lostNanos = System.nanoTime();
                    }
                }
                case NotYet _ -> throw new AssertionError("There was contact before");
            }
        });
        doOnScreen(() -> lookup(".lost-banner").query().visibleProperty().subscribe(visible -> {
            if (visible && bannerNanos == 0) {
                bannerNanos = System.nanoTime();
            }
        }));
    }

    private static Optional<Acknowledged> answerIn(StationView view, AlarmId alarm) {
        return view.alarms().stream()
                .filter(open -> open.id().equals(alarm) && open.state().answer() instanceof Acknowledged)
                .map(open -> (Acknowledged) open.state().answer())
                .findFirst();
    }

    /** The agent's book against the recording itself, up to and beyond the reading that was measured while it was dead. */
    private void assertNoReadingIsMissing(Instant missed) {
        var until = missed.plusSeconds(1);
        var measured = Tape.of(OSEI).until(until);

        var kept = kept(until);
        for (var asked = 1; kept.size() < measured.size() && asked < GENEROUS_QUESTIONS; asked++) {
            kept = kept(until); // the source gives it again in its own time, and a reading is told before it is kept
        }

        assertThat(measured).hasSizeGreaterThanOrEqualTo(3);
        assertThat(kept).isEqualTo(measured);
    }

    private List<Reading> kept(Instant until) {
        return answered(link().readings(OSEI, DemoStation.STORY_STARTS, until)).stream()
                .map(KeptReading::reading)
                .toList();
    }

    /** What was heard through the loss, one by one, against what the agent has in its book. */
    private void assertEventsAreWhole() {
        var subjects = Stream.concat(
                Stream.of((Subject) Station.THIS),
                onScreen(() -> view().patients()).stream()
                        .map(each -> each.patient().id()));
        var book = subjects.flatMap(subject -> answered(link().events(subject, Instant.EPOCH, tomorrow())).stream())
                .sorted(Comparator.comparingLong(NumberedEvent::seq))
                .toList();
        assertThat(book).extracting(NumberedEvent::seq).isEqualTo(numbers(1, book.size()));

        var newest = book.getLast().seq();
        untilSoon("all that is in the book was told", () -> heard().getLast().seq() >= newest);
        var heard = heard().stream().filter(event -> event.seq() <= newest).toList();
        var first = (int) heard.getFirst().seq();
        assertThat(heard).as("heard, without a hole or a repeat").isEqualTo(book.subList(first - 1, book.size()));
        assertThat(heard).as("the loss lay between").anyMatch(HouseTest::isAnswerToUrgentLow);
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
