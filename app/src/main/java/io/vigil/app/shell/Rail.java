package io.vigil.app.shell;

import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Texts;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The way to each room that exists now, and to help. */
final class Rail extends VBox implements AutoCloseable {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private static final int MOST = 99;
    private static final double BELL = 24;

    private final Navigation navigation;
    private final Texts texts;
    private final VBox ways = new VBox(4);
    private final ObservableList<Room> rooms;
    private final ListChangeListener<Room> redraw = _ -> draw();
    private final ObservableValue<Integer> unanswered;
    private Label count = new Label();
    private final Subscription moved;

    /** A way to each room; the bell wears the count of the alarms that nobody has answered. */
    Rail(Navigation navigation, Texts texts, ObservableValue<Integer> unanswered, Runnable help) {
        this.navigation = navigation;
        this.texts = texts;
        this.unanswered = unanswered;
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);

        var mark = new StackPane(Brand.mark());
        mark.getStyleClass().add("brand");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var helpWay = way(Icon.HELP, texts.get("help.key"), help);
        helpWay.setId("help");
        getChildren().addAll(mark, ways, space, helpWay);

        rooms = navigation.rooms();
        rooms.addListener(redraw);
        moved = Subscription.combine(
                navigation.current().subscribe(_ -> draw()), unanswered.subscribe((_, _) -> drawCount()));
    }

    @Override
    public void close() {
        rooms.removeListener(redraw);
        moved.unsubscribe();
    }

    private void draw() {
        var here = navigation.current().get();
        ways.getChildren()
                .setAll(rooms.stream().map(room -> way(room, room.equals(here))).toList());
    }

    private Button way(Room room, boolean isHere) {
        var way = way(room.icon(), room.title().apply(texts.locale()), () -> navigation.enter(room));
        way.pseudoClassStateChanged(HERE, isHere);
        way.setAccessibleRole(AccessibleRole.TAB_ITEM);
        if (room.icon() == Icon.ALARMS) {
            wearCount(way);
        }
        return way;
    }

    private void wearCount(Button way) {
        count = new Label();
        count.getStyleClass().add("count");
        var bell = new StackPane(way.getGraphic(), count);
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        StackPane.setMargin(count, new Insets(-8, -14, 0, 0));
        bell.setMaxSize(BELL, BELL);
        way.setGraphic(bell);
        way.accessibleTextProperty()
                .bind(unanswered.map(
                        alarms -> alarms == 0 ? way.getText() : texts.get("rail.unanswered", way.getText(), alarms)));
        drawCount();
    }

    private void drawCount() {
        var alarms = unanswered.getValue();
        count.setText(alarms > MOST ? MOST + "+" : String.valueOf(alarms));
        count.setVisible(alarms > 0);
    }

    private static Button way(Icon icon, String words, Runnable go) {
        var way = new Button(words, icon.of(24));
        way.getStyleClass().add("way");
        way.setContentDisplay(ContentDisplay.TOP);
        way.setAlignment(Pos.CENTER);
        way.setMnemonicParsing(false);
        way.setOnAction(_ -> go.run());
        return way;
    }
}
