package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;
import static io.vigil.app.alarms.Parts.spring;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.Shelf;
import io.vigil.app.ui.RoomSheet;
import io.vigil.app.ui.Segmented;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/** The page in one language: open alarms above, what is put aside, history below, and beside them the burden or one proof. */
final class AlarmsPage extends VBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_UNDER = 1400;
    /** Room for one row; what is open comes first. */
    private static final double LEAST_HISTORY = 160;

    /** What a person can do here. */
    interface Acts extends OpenTable.Answers {
        void leaveBeside();

        void takeOff(Shelf shelf);
    }

    private final Wording wording;
    private final OpenTable open;
    private final HistoryTable history;
    private final ShelfCard shelves;
    private final BurdenColumn burden;
    private final Label openTitle = label("", "lead-strong");
    private final Label historyTitle = label("", "lead-strong");
    private final StackPane beside = new StackPane();
    private final StackPane body = new StackPane();
    private final SearchableComboBox<BedChoice> beds = new SearchableComboBox<>();
    private final HBox tabs = new HBox();
    private Optional<ProofCard> proof = Optional.empty();

    AlarmsPage(Wording wording, ObjectProperty<AlarmFilter> filter, List<Annex> annexes, Acts acts) {
        this.wording = wording;
        getStyleClass().add("alarms-page");
        RoomSheet.wear(this, AlarmsPage.class, "alarms.css");
        open = new OpenTable(wording, acts);
        history = new HistoryTable(wording, acts::prove);
        shelves = new ShelfCard(wording, acts::takeOff);
        burden = new BurdenColumn(wording);

        var openCard = new VBox(8, openTitle, open);
        openCard.getStyleClass().addAll("card", "table-card");
        openCard.setMinHeight(0);
        var historyCard = new VBox(8, historyTitle, history);
        historyCard.getStyleClass().addAll("card", "table-card");
        historyCard.setMinHeight(LEAST_HISTORY);
        historyCard.setPrefHeight(LEAST_HISTORY);
        VBox.setVgrow(history, Priority.ALWAYS);
        VBox.setVgrow(historyCard, Priority.ALWAYS);
        var left = new VBox(16, openCard, shelves, historyCard);
        left.setMinSize(0, 0);
        HBox.setHgrow(left, Priority.ALWAYS);
        beside.getStyleClass().add("beside");
        beside.getChildren().setAll(burden);
        var main = new HBox(16, left, beside);
        main.setMinSize(0, 0);
        body.getChildren().setAll(main);
        body.setMinSize(0, 0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(filter, annexes, main), body);
        widthProperty()
                .subscribe(width ->
                        pseudoClassStateChanged(NARROW, width.doubleValue() > 0 && width.doubleValue() < NARROW_UNDER));
        // Esc takes away what stands beside; it answers nothing.
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !beside.getChildren().contains(burden)) {
                acts.leaveBeside();
                key.consume();
            }
        });
    }

    void draw(OpenState state) {
        openTitle.setText(state.title());
        open.draw(state.rows());
        shelves.draw(state.shelves());
    }

    void draw(PastState state) {
        historyTitle.setText(state.title());
        history.draw(state.rows());
        burden.draw(state.burden());
    }

    void beds(List<BedChoice> choices) {
        if (!beds.getItems().equals(choices)) {
            var chosen = Optional.ofNullable(beds.getValue());
            beds.getItems().setAll(choices);
            beds.setValue(choices.stream()
                    .filter(choice -> chosen.map(BedChoice::subject)
                            .orElse(Optional.empty())
                            .equals(choice.subject()))
                    .findFirst()
                    .orElse(choices.getFirst()));
        }
    }

    /** The alarms that can be seen here now. */
    Set<AlarmId> visibleAlarms() {
        return getScene() == null ? Set.of() : open.visible();
    }

    /** Where the keyboard goes when the room is entered. */
    void focus() {
        open.requestFocus();
    }

    void showBurden() {
        proof = Optional.empty();
        beside.getChildren().setAll(burden);
        open.requestFocus();
    }

    void showBeside(Node card) {
        proof = Optional.empty();
        beside.getChildren().setAll(card);
    }

    /** Keeps a proof that is shown already in its place. */
    void show(ProofState state, Consumer<AlarmId> answer, Runnable leave) {
        var isNew = proof.isEmpty();
        var card = proof.orElseGet(() -> new ProofCard(wording, answer, leave));
        card.draw(state);
        if (isNew) {
            showBeside(card);
            proof = Optional.of(card);
            card.focus();
        }
    }

    private Node head(ObjectProperty<AlarmFilter> filter, List<Annex> annexes, Node main) {
        var title = label(wording.text("title"), "page-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        beds.setId("beds");
        beds.setAccessibleText(wording.text("beds"));
        beds.setPrefWidth(230);
        beds.setMaxHeight(Region.USE_PREF_SIZE);
        beds.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                filter.set(new AlarmFilter(
                        chosen.subject(), filter.get().kinds(), filter.get().span()));
            }
        });
        var kinds = new SimpleObjectProperty<>(filter.get().kinds());
        kinds.subscribe(chosen -> filter.set(
                new AlarmFilter(filter.get().of(), chosen, filter.get().span())));
        var span = new SimpleObjectProperty<>(filter.get().span());
        span.subscribe(chosen ->
                filter.set(new AlarmFilter(filter.get().of(), filter.get().kinds(), chosen)));
        var kindChoice =
                new Segmented<>(Kinds.class, kinds, wording.text("kinds"), each -> wording.choice("kinds", each));
        var spanChoice = new Segmented<>(Span.class, span, wording.text("span"), each -> wording.choice("span", each));
        kindChoice.setId("kinds");
        spanChoice.setId("span");
        for (var kept : new Region[] {kindChoice, spanChoice}) {
            kept.setMinWidth(Region.USE_PREF_SIZE);
        }
        layTabs(annexes, main);
        var head = new HBox(16, title, tabs, spring(), beds, kindChoice, spanChoice);
        head.getStyleClass().add("alarms-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(56);
        return head;
    }

    /** A tab for each page that was given; without one there are none. */
    private void layTabs(List<Annex> annexes, Node main) {
        tabs.getStyleClass().add("segmented");
        tabs.setMinWidth(Region.USE_PREF_SIZE);
        Parts.show(tabs, !annexes.isEmpty());
        var group = new ToggleGroup();
        tab(group, wording.text("tab.now"), () -> main).setSelected(true);
        for (var annex : annexes) {
            tab(group, annex.title().apply(wording.times().locale()), annex.view());
        }
        tabs.getChildren().getFirst().getStyleClass().add("first");
        tabs.getChildren().getLast().getStyleClass().add("last");
    }

    private ToggleButton tab(ToggleGroup group, String words, java.util.function.Supplier<? extends Node> view) {
        var tab = new ToggleButton(words);
        tab.setToggleGroup(group);
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            body.getChildren().setAll(view.get());
        });
        tabs.getChildren().add(tab);
        return tab;
    }
}
