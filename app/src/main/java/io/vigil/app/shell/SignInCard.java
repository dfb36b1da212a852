package io.vigil.app.shell;

import io.vigil.app.shell.ShellModel.SignInAsked;
import io.vigil.app.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks who is there. Stands beside the button that asked, and hides no tile's alarm behind a veil. */
final class SignInCard extends VBox {

    private final TextField person = new TextField();
    private final PasswordField password = new PasswordField();
    private final Label trouble = new Label();
    private final Button enter = new Button();
    private final Texts texts;

    SignInCard(Texts texts, ShellModel model, boolean thenAcknowledges) {
        this.texts = texts;
        getStyleClass().addAll("panel", "sign-in");
        setAccessibleRole(AccessibleRole.DIALOG);
        var title = new Label(texts.get(thenAcknowledges ? "sign-in.to-acknowledge" : "sign-in"));
        title.getStyleClass().add("heading");
        setAccessibleText(title.getText());
        var explained = new Label(texts.get("sign-in.explained"));
        explained.getStyleClass().add("muted");
        explained.setWrapText(true);

        person.setId("person");
        password.setId("password");
        trouble.getStyleClass().addAll("strong", "error");
        trouble.setId("trouble");
        trouble.setWrapText(true);

        enter.setText(texts.get(thenAcknowledges ? "sign-in.do.to-acknowledge" : "sign-in.do"));
        enter.getStyleClass().add("primary");
        enter.setId("enter");
        enter.setOnAction(_ -> {
            if (person.getText().isBlank()) {
                person.requestFocus();
            } else {
                model.signIn(person.getText().strip(), password.getText());
            }
        });
        person.setOnAction(_ -> password.requestFocus());
        password.setOnAction(_ -> enter.fire());
        var leave = new Button(texts.get("sign-in.leave"));
        leave.setOnAction(_ -> model.leaveSignIn());
        var buttons = new HBox(8, leave, enter);
        buttons.setAlignment(Pos.CENTER_RIGHT);

        getChildren()
                .addAll(
                        title,
                        explained,
                        field(texts.get("sign-in.person"), person),
                        field(texts.get("sign-in.password"), password),
                        trouble,
                        buttons);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void draw(SignInAsked asked) {
        trouble.setText(asked.isChecking() ? texts.get("sign-in.checking") : asked.trouble());
        var said = !trouble.getText().isEmpty();
        trouble.setVisible(said);
        trouble.setManaged(said);
        enter.setDisable(asked.isChecking());
        if (!asked.trouble().isEmpty()) {
            password.clear();
            password.requestFocus();
        }
    }

    void focus() {
        person.requestFocus();
    }

    private static VBox field(String question, TextField field) {
        var label = new Label(question);
        label.getStyleClass().addAll("column-head", "muted");
        label.setLabelFor(field);
        field.setAccessibleText(question);
        return new VBox(4, label, field);
    }
}
