package io.vigil.app.shell;

import io.vigil.alarm.SelfTest;
import io.vigil.app.shell.ShellModel.TestShown;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Texts;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Draws a test of the alarms: that it is one and no alarm, and how it ended. Bears no alarm's colour. */
final class TestCard extends VBox {

    private final Texts texts;
    private final Label words = new Label();

    TestCard(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("panel", "test");
        setId("test-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(texts.get("test.title"));
        var title = new Label(texts.get("test.title"));
        title.getStyleClass().add("heading");
        var head = new HBox(12, Icon.HEART.of(24), title);
        words.setId("test-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, words);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void draw(TestShown shown) {
        words.setText(sentence(shown.result()));
    }

    private String sentence(Optional<SelfTest.Result> result) {
        return result.map(ended -> ended.passed()
                        ? texts.get("test.passed", ended.confirmed().size())
                        : texts.get("test.failed", ended.failure()))
                .orElseGet(() -> texts.get("test.running"));
    }
}
