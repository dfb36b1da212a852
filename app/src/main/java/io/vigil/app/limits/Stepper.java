package io.vigil.app.limits;

import io.vigil.app.limits.LimitRow.Cell;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A value to be typed or stepped. What was typed counts when it is left, or by Enter; Esc puts back what stood there. */
final class Stepper extends HBox {

    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final PseudoClass END = PseudoClass.getPseudoClass("end");
    private static final int PAGE = 10;

    private final Button less = new Button("−");
    private final Button more = new Button("+");
    private final TextField field = new TextField();
    private String shown = "";

    /**
     * A stepper that shows nothing yet.
     *
     * @param typed told the words that were typed
     * @param stepped told how many steps up, or down where less than none
     */
    Stepper(String name, String sign, Wording wording, Consumer<String> typed, IntConsumer stepped) {
        getStyleClass().add("stepper");
        setAlignment(Pos.CENTER_LEFT);
        less.getStyleClass().addAll("step", "first");
        more.getStyleClass().addAll("step", "last");
        less.setAccessibleText(wording.text("less.of", name));
        more.setAccessibleText(wording.text("more.of", name));
        field.setAccessibleText(sign.isEmpty() ? name : wording.text("field.of", name, sign));
        field.setAlignment(Pos.CENTER);
        less.setOnAction(_ -> stepped.accept(-1));
        more.setOnAction(_ -> stepped.accept(1));
        // The arrows in the field step as well: one stop of the Tab key for each value.
        less.setFocusTraversable(false);
        more.setFocusTraversable(false);
        field.setOnAction(_ -> leave(typed));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                leave(typed);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            var steps = steps(key.getCode());
            if (steps != 0) {
                leave(typed);
                stepped.accept(steps);
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
                field.setText(shown);
                key.consume();
            }
        });
        getChildren().addAll(less, field, more);
    }

    /** The button ends do not go grey at a bound: pressed there, they say why it goes no further. */
    void draw(Cell cell, boolean locked) {
        var isBeingTyped = field.isFocused()
                && !field.getText().equals(shown)
                && cell.text().equals(shown);
        // The same text set again would take the marked part of it from under somebody's fingers.
        if (!isBeingTyped && !field.getText().equals(cell.text())) {
            field.setText(cell.text());
        }
        shown = cell.text();
        pseudoClassStateChanged(EDITED, cell.isEdited());
        setDisable(locked);
        less.pseudoClassStateChanged(END, !cell.mayBeLess());
        more.pseudoClassStateChanged(END, !cell.mayBeMore());
    }

    TextField field() {
        return field;
    }

    private void leave(Consumer<String> typed) {
        var words = field.getText();
        if (!words.equals(shown)) {
            field.setText(shown);
            typed.accept(words);
        }
        field.end();
    }

    private static int steps(KeyCode code) {
        return switch (code) {
            case UP -> 1;
            case DOWN -> -1;
            case PAGE_UP -> PAGE;
            case PAGE_DOWN -> -PAGE;
            default -> 0;
        };
    }
}
