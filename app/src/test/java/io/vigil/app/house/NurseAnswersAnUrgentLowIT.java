package io.vigil.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.journal.WardEvent.AlarmChanged;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A recorded low, from the sensor through two processes to a nurse's touch, and back into the agent's book. */
class NurseAnswersAnUrgentLowIT extends HouseTest {

    private static final double SPEED = 60;

    /** A banner that has just taken another's place takes no touch for 600 ms. */
    private static final Duration READ_BEFORE_TOUCHING = Duration.ofSeconds(1);

    @Test
    @Timeout(300)
    void a_nurse_sees_an_urgent_low_signs_in_and_answers_it() {
        open(SPEED);

        untilSoon(
                "the urgent low of bed 07 stands in the banner",
                () -> words(".alarm-banner").contains("Urgent low")
                        && words(".alarm-banner").contains("Bed 07 · Osei, Margaret"));
        var bannerSeenAt = link().clock().instant();
        assertThat(words(".alarm-banner")).contains("HIGH").contains("nobody has answered");
        assertThat(tile("Bed 07")).contains("Urgent low 54 ≤ 54, since 04:05");
        picture("house-alarm");
        untilSoon(
                "she has read it",
                () -> link().clock().instant().isAfter(bannerSeenAt.plusMillis((long)
                        (READ_BEFORE_TOUCHING.toMillis() * SPEED))));

        clickOn("#acknowledge");
        write("brandt").push(KeyCode.TAB);
        write("night-4b");
        clickOn("#enter");

        untilSoon(
                "the tile says who answered",
                () -> tile("Bed 07").matches(".*Urgent low.*answered 04:\\d\\d · K\\. Brandt.*"));
        picture("house-acknowledged");
        assertThat(book())
                .filteredOn(HouseTest::isAnswerToUrgentLow)
                .singleElement()
                .satisfies(event -> {
                    assertThat(heard()).contains(event);
                    assertThat(((AlarmChanged) event.event()).change().state().toString())
                            .contains("Katrin Brandt");
                });
    }
}
