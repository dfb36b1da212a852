package io.vigil.app.patient;

import static io.vigil.app.patient.Cards.label;
import static io.vigil.app.patient.Cards.spring;

import io.vigil.app.patient.chart.AlarmMark;
import io.vigil.app.patient.chart.ChartLook;
import io.vigil.app.patient.chart.ChartScene;
import io.vigil.app.patient.chart.ChartSpan;
import io.vigil.app.patient.chart.ChartState;
import io.vigil.app.patient.chart.EventMark;
import io.vigil.app.patient.chart.GlucoseChart;
import io.vigil.app.patient.chart.ReadingTable;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Palette;
import io.vigil.app.ui.RoomSheet;
import io.vigil.proof.AlarmTale;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Draws one patient: the header, the chart, and the cards beside it. */
final class PatientPage extends VBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");
    private static final double WIDE_FROM = 1500;
    private static final double SIDE_WIDE = 416;
    private static final double SIDE_NARROW = 356;

    private final PatientModel model;
    private final Wording wording;
    private final ObjectProperty<PatientState> state;
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private final ChartLook look;
    private final GlucoseChart chart;
    private final ReadingTable table;
    private final Map<ChartSpan, ToggleButton> spans = new EnumMap<>(ChartSpan.class);
    private final Label note = label("", "muted", "chart-note");
    private final Button again;
    private final Button live;
    private final Label hint;
    private final Button toLimits = new Button("", Icon.LIMITS.of(20));

    PatientPage(
            PatientModel model,
            PatientState first,
            ChartState shown,
            Wording wording,
            Palette palette,
            Optional<Consumer<PatientId>> limits) {
        this.model = model;
        this.wording = wording;
        this.state = new SimpleObjectProperty<>(this, "state", first);
        look = new ChartLook(palette, wording.units(), wording.times());
        chart = new GlucoseChart(look, scene(), shown);
        table = new ReadingTable(look);
        again = new Button(wording.text("again"));
        again.setOnAction(_ -> model.load());
        live = new Button(wording.text("live"));
        live.getStyleClass().add("live-button");
        live.setOnAction(_ -> chart.backToLive());
        hint = label(wording.text("hint"), "muted", "chart-hint");

        getStyleClass().add("patient-page");
        RoomSheet.wear(this, PatientPage.class, "patient.css");
        var side = new ScrollPane(side(palette));
        side.getStyleClass().add("side-scroll");
        side.setFitToWidth(true);
        side.setFitToHeight(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        var card = chartCard();
        HBox.setHgrow(card, Priority.ALWAYS);
        var body = new HBox(card, side);
        body.getStyleClass().add("patient-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(limits), body);

        widthProperty().subscribe(width -> {
            var isNarrow = width.doubleValue() < WIDE_FROM;
            narrow.set(isNarrow);
            pseudoClassStateChanged(NARROW, isNarrow);
            var sideWidth = isNarrow ? SIDE_NARROW : SIDE_WIDE;
            side.setMinWidth(sideWidth);
            side.setMaxWidth(sideWidth);
            hint.setManaged(!isNarrow);
            hint.setVisible(!isNarrow);
        });
        chart.stateProperty().subscribe(this::moved);
        again.managedProperty().bind(again.visibleProperty());
        live.managedProperty().bind(live.visibleProperty());
        refresh();
    }

    ObjectProperty<PatientState> stateProperty() {
        return state;
    }

    GlucoseChart chart() {
        return chart;
    }

    /** Draws what the model knows now. */
    void refresh() {
        chart.show(scene());
        toLimits.setText(wording.text(model.maySetLimits() ? "limits.change" : "limits.see"));
        moved(chart.stateProperty().get());
    }

    private void moved(ChartState shown) {
        model.need(shown.window());
        var chosen = shown.span();
        spans.forEach(
                (span, button) -> button.setSelected(chosen.filter(span::equals).isPresent()));
        var told = ChartNote.of(model.loading(), shown, model.trace(), wording, look);
        note.setText(told.words());
        note.pseudoClassStateChanged(FAILURE, told.isFailure());
        chart.setAccessibleText(state.get().title() + ". " + told.words());
        again.setVisible(told.isFailure());
        live.setVisible(!shown.isFollowing());
        if (table.isVisible()) {
            table.show(model.trace(), shown.window());
        }
    }

    private ChartScene scene() {
        return new ChartScene(
                model.trace(),
                model.patient().orElseThrow().limits(),
                model.tales().stream().map(PatientPage::mark).toList(),
                events());
    }

    private static AlarmMark mark(AlarmTale tale) {
        return new AlarmMark(
                tale.id().raisedAt(),
                tale.id().kind().priority(),
                tale.answer().isPresent(),
                tale.answer().map(answer -> Initials.of(answer.by())).orElse(""));
    }

    private List<EventMark> events() {
        var marks = new ArrayList<EventMark>();
        Optional<SensorSession> before = Optional.empty();
        for (var session : model.sessions()) {
            var kind = before.isEmpty() ? EventMark.Kind.SENSOR_STARTED : EventMark.Kind.SENSOR_CHANGED;
            marks.add(new EventMark(session.startedAt(), kind, wording.text("event." + kind.name())));
            before = Optional.of(session);
        }
        return List.copyOf(marks);
    }

    private Node header(Optional<Consumer<PatientId>> limits) {
        var title = label("", "patient-title");
        title.textProperty().bind(state.map(PatientState::title));
        var about = label("", "muted", "patient-about");
        about.textProperty().bind(state.map(PatientState::about));
        var words = new HBox(title, about);
        words.getStyleClass().add("patient-words");
        words.setAlignment(Pos.BASELINE_LEFT);
        var header = new HBox(words);
        header.getStyleClass().add("patient-header");
        header.setAlignment(Pos.CENTER_LEFT);
        header.setFillHeight(false);
        limits.ifPresent(way -> {
            toLimits.setId("to-limits");
            toLimits.setMinWidth(Region.USE_PREF_SIZE);
            toLimits.setOnAction(_ -> way.accept(model.id()));
            header.getChildren().addAll(spring(), toLimits);
        });
        return header;
    }

    private VBox chartCard() {
        var toggle = new ToggleButton(wording.text("table.show"));
        toggle.getStyleClass().add("table-toggle");
        toggle.setGraphic(Icon.TABLE.of(16));
        table.visibleProperty().bind(toggle.selectedProperty());
        chart.visibleProperty().bind(toggle.selectedProperty().not());
        toggle.selectedProperty().subscribe(() -> moved(chart.stateProperty().get()));

        var bar = new HBox(spans(), note, again, spring(), hint, live, toggle);
        bar.getStyleClass().add("chart-head");
        bar.setAlignment(Pos.CENTER_LEFT);
        note.setMinWidth(0);
        live.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        var stack = new StackPane(chart, table);
        VBox.setVgrow(stack, Priority.ALWAYS);
        return Cards.card("chart-card", bar, stack);
    }

    private Node spans() {
        var row = new HBox();
        row.getStyleClass().add("spans");
        row.setMinWidth(Region.USE_PREF_SIZE);
        row.setAccessibleRole(AccessibleRole.PARENT);
        row.setAccessibleText(wording.text("spans"));
        for (var span : ChartSpan.values()) {
            var button = new ToggleButton(wording.text("span." + span.name()));
            button.getStyleClass().add("span-button");
            // A second touch on the chosen one goes back to now rather than choosing none.
            button.setOnAction(_ -> {
                chart.goTo(ChartState.live(span, chart.stateProperty().get().now()));
                button.setSelected(true);
            });
            spans.put(span, button);
            row.getChildren().add(button);
        }
        row.getChildren().getFirst().getStyleClass().add("first");
        row.getChildren().getLast().getStyleClass().add("last");
        return row;
    }

    private VBox side(Palette palette) {
        var facts = new GridPane();
        facts.addRow(0, new FactCard(state.map(PatientState::limits)), new FactCard(state.map(PatientState::sensor)));
        facts.getColumnConstraints().setAll(half(), half());
        facts.getStyleClass().add("fact-pair");
        var alarms = new AlarmsCard(state.map(PatientState::alarms), wording);
        VBox.setVgrow(alarms, Priority.ALWAYS);
        ObservableValue<ValueState> value = state.map(PatientState::value);
        var newest = new ValueCard(value, wording);
        var ranges = new RangeCard(state.map(PatientState::ranges), palette, wording, narrow);
        // The alarms alone give way: what is left of the height is theirs.
        for (var card : List.<Region>of(newest, facts, ranges)) {
            card.setMinHeight(Region.USE_PREF_SIZE);
        }
        var side = new VBox(newest, facts, ranges, alarms);
        side.getStyleClass().add("patient-side");
        return side;
    }

    private static ColumnConstraints half() {
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        return half;
    }
}
