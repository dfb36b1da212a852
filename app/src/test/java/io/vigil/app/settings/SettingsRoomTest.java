package io.vigil.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import io.vigil.app.ui.ThemeChoice;
import io.vigil.app.ui.Units;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class SettingsRoomTest extends StageTest {

    private final Preferences preferences = Preferences.unkept();

    @Test
    void each_choice_takes_effect_when_it_is_made() {
        show(Theme.LIGHT, 1280, 720, () -> new StackPane(new SettingsRoom(preferences).node()));

        clickOn("mmol/L").clickOn("Dark").clickOn("Initials");

        assertThat(preferences.units().get()).isEqualTo(Units.MMOL_PER_L);
        assertThat(preferences.themeChoice().get()).isEqualTo(ThemeChoice.DARK);
        assertThat(preferences.names().get()).isEqualTo(PatientNames.INITIALS);
    }

    @Test
    void one_of_a_few_is_always_chosen() {
        show(Theme.LIGHT, 1280, 720, () -> new StackPane(new SettingsRoom(preferences).node()));

        clickOn("mg/dL");

        assertThat(lookup("#units .toggle-button").<ToggleButton>queryAll())
                .filteredOn(ToggleButton::isSelected)
                .singleElement()
                .extracting(ToggleButton::getText)
                .isEqualTo("mg/dL");
    }

    @Test
    void a_choice_can_be_made_by_keys_alone() {
        show(Theme.LIGHT, 1280, 720, () -> new StackPane(new SettingsRoom(preferences).node()));

        doOnScreen(() -> lookup("mmol/L").query().requestFocus());
        push(KeyCode.SPACE);

        until("it is chosen", () -> preferences.units().get() == Units.MMOL_PER_L);
    }
}
