package io.vigil.app.shell;

import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Help in place: what can be done in this room, what the shapes say, which keys there are. */
final class HelpCard extends VBox {

    private final Button close;

    HelpCard(Texts texts, Room room, Runnable leave) {
        getStyleClass().addAll("panel", "help");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(texts.get("help.title"));

        var title = new Label(texts.get("help.title"));
        title.getStyleClass().add("heading");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        close = new Button("", Icon.CLOSE.of(20));
        close.getStyleClass().add("bare");
        close.setId("close-help");
        close.setAccessibleText(texts.get("close"));
        close.setOnAction(_ -> leave.run());
        var head = new HBox(title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);

        var body = new VBox(
                8,
                chapter(room.title().apply(texts.locale())),
                sentence(room.help().apply(texts.locale())),
                chapter(texts.get("help.shapes")),
                shape(Icon.HIGH, "high", texts.get("help.shape.high")),
                shape(Icon.MEDIUM, "medium", texts.get("help.shape.medium")),
                shape(Icon.LOW, "low", texts.get("help.shape.low")),
                shape(Icon.ANSWERED, "answered", texts.get("help.shape.answered")),
                chapter(texts.get("help.keys")),
                key("F2", texts.get("help.key.f2")),
                key("F3", texts.get("help.key.f3")),
                key("Ctrl 1…9", texts.get("help.key.ctrl-n")),
                key("Ctrl L", texts.get("help.key.ctrl-l")),
                key("Tab", texts.get("help.key.tab")),
                key("Esc", texts.get("help.key.esc")));
        body.getStyleClass().add("help-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void focus() {
        close.requestFocus();
    }

    private static Node chapter(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("lead-strong", "chapter");
        return label;
    }

    private static Label sentence(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Node shape(Icon icon, String style, String words) {
        var sign = icon.of(20);
        sign.getStyleClass().add("shape-" + style);
        return row(sign, sentence(words));
    }

    private static Node key(String key, String words) {
        var cap = new Label(key);
        cap.getStyleClass().addAll("column-head", "key");
        return row(cap, sentence(words));
    }

    private static Node row(Node left, Label right) {
        var row = new HBox(12, left, right);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(right, Priority.ALWAYS);
        return row;
    }
}
