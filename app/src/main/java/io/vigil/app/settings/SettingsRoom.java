package io.vigil.app.settings;

import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Language;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.RoomSheet;
import io.vigil.app.ui.Segmented;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.ThemeChoice;
import io.vigil.app.ui.Units;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page of this workstation's choices. Each takes effect when it is made; none touches an alarm. */
public final class SettingsRoom {

    private final Preferences preferences;
    private final Texts texts;

    public SettingsRoom(Preferences preferences) {
        this.preferences = preferences;
        this.texts = Texts.of(SettingsRoom.class, preferences.language().get().locale());
    }

    /** The page, in the language that is chosen now. */
    public Node node() {
        var title = new Label(texts.get("title"));
        title.getStyleClass().add("page-title");
        var about = new Label(texts.get("about"));
        about.getStyleClass().addAll("lead", "muted");
        var head = new HBox(16, title, about);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.setMaxHeight(Region.USE_PREF_SIZE);
        var top = new StackPane(head);
        top.setAlignment(Pos.CENTER_LEFT);
        top.setMinHeight(56);

        var page = new VBox(
                16,
                top,
                card(
                        choice(Icon.APPEARANCE, "theme", ThemeChoice.class, preferences.themeChoice(), this::word),
                        choice(Icon.RULER, "units", Units.class, preferences.units(), Units::sign),
                        choice(Icon.LANGUAGE, "language", Language.class, preferences.language(), Language::ownName),
                        choice(Icon.PERSON, "names", PatientNames.class, preferences.names(), this::word)));
        page.getStyleClass().add("settings");

        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        RoomSheet.wear(scroll, SettingsRoom.class, "settings.css");
        return scroll;
    }

    private static Node card(Node... rows) {
        var card = new VBox(rows);
        card.getStyleClass().addAll("card", "choices");
        rows[rows.length - 1].getStyleClass().add("last");
        return card;
    }

    private <E extends Enum<E>> Node choice(
            Icon icon, String key, Class<E> choices, ObjectProperty<E> choice, Function<E, String> word) {
        var question = new Label(texts.get(key));
        question.getStyleClass().add("lead-strong");
        var explained = new Label(texts.get(key + ".explained"));
        explained.getStyleClass().add("muted");
        explained.setWrapText(true);
        var words = new VBox(2, question, explained);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);

        var segmented = new Segmented<>(choices, choice, texts.get(key), word);
        segmented.setId(key);
        segmented.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(16, icon.of(24), words, segmented);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("choice");
        return row;
    }

    private String word(Enum<?> choice) {
        return texts.get("choice." + choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
