package io.vigil.app.limits;

import static io.vigil.app.limits.Parts.label;
import static io.vigil.app.limits.Parts.sentence;
import static io.vigil.app.limits.Parts.show;
import static io.vigil.app.limits.Parts.spring;

import io.vigil.app.limits.PreviewState.KindBar;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.Palette;
import io.vigil.ward.PatientId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws what would have rung over the last fourteen days: in figures, by kind, and as it came. */
final class PreviewCard extends VBox {

    private static final int MOST_KINDS = 8;

    private final Wording wording;
    private final Label figure = label("", "figure");
    private final Label figureWords = label("", "muted");
    private final Label ago = label("", "small", "muted");
    private final Label trouble = sentence("", "muted", "preview-trouble");
    private final VBox told = new VBox();
    private final VBox bars = new VBox(8);
    private final HBox legend;
    private final FortnightStrip strip;
    private final Label from = label("", "small", "muted");
    private final ComboBox<Whom> whom = new ComboBox<>();

    /** A patient by whose readings it is told. */
    record Whom(PatientId id, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    PreviewCard(Wording wording, Palette palette, Consumer<PatientId> tellBy) {
        this.wording = wording;
        getStyleClass().addAll("card", "preview");
        strip = new FortnightStrip(palette, wording.text("preview.strip"));
        var head = new HBox(8, label(wording.text("preview"), "lead-strong"), spring(), ago);
        head.setAlignment(Pos.BASELINE_LEFT);
        var about = sentence(wording.text("preview.about"), "muted");
        whom.setAccessibleText(wording.text("preview.patient"));
        whom.setOnAction(_ -> {
            if (whom.getValue() != null) {
                tellBy.accept(whom.getValue().id());
            }
        });
        whom.setMaxWidth(Double.MAX_VALUE);
        var figures = new HBox(12, figure, new VBox(label(wording.text("preview.a-day"), "strong"), figureWords));
        figures.setAlignment(Pos.CENTER_LEFT);
        legend = new HBox(16, key("before", "preview.in-force"), key("after", "preview.changed"));
        told.getChildren().addAll(figures, legend, bars, strip, from);
        told.getStyleClass().add("told");
        getChildren().addAll(head, about, whom, trouble, told);
        show(whom, false);
    }

    /** Lets one be chosen; none of it is shown where there is no choice. */
    void choices(List<Whom> patients, PatientId chosen) {
        if (!whom.getItems().equals(patients)) {
            whom.setItems(FXCollections.observableArrayList(patients));
        }
        patients.stream()
                .filter(each -> each.id().equals(chosen))
                .filter(each -> !each.equals(whom.getValue()))
                .findFirst()
                .ifPresent(whom::setValue);
        show(whom, true);
    }

    void draw(PreviewState state) {
        // While it is told anew, what was told before would be of other values: it goes pale at once.
        told.setOpacity(state.isAsking() ? 0.35 : 1);
        ago.setText(state.isAsking() ? wording.text("preview.asking") : state.ago());
        trouble.setText(state.trouble());
        show(trouble, !state.trouble().isEmpty());
        if (state.isAsking()) {
            return;
        }
        show(told, state.trouble().isEmpty());
        figure.setText(state.figure());
        figureWords.setText(state.figureWords());
        show(legend, state.isCompared());
        bars.getChildren().setAll(bars(state));
        strip.draw(
                state.isCompared() ? List.of(state.present(), state.proposed()) : List.of(state.present()),
                state.days());
        from.setText(state.from());
    }

    private List<Node> bars(PreviewState state) {
        if (state.kinds().isEmpty()) {
            return List.of(sentence(wording.text("preview.nothing-rang")));
        }
        var rows = new ArrayList<Node>();
        state.kinds().stream().limit(MOST_KINDS).map(kind -> bar(kind, state)).forEach(rows::add);
        if (state.kinds().size() > MOST_KINDS) {
            rows.add(label(wording.text("preview.more", state.kinds().size() - MOST_KINDS), "small", "muted"));
        }
        return rows;
    }

    private Node bar(KindBar kind, PreviewState state) {
        var name = label(kind.name(), "kind-name");
        name.setGraphic(AlarmWords.icon(kind.kind()).of(16));
        name.getStyleClass().add(AlarmWords.style(kind.kind().priority()));
        var lines = new VBox(2);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.getChildren().add(line(kind.before(), state.most(), "before"));
        if (state.isCompared()) {
            lines.getChildren().add(line(kind.after(), state.most(), "after"));
        }
        var row = new HBox(12, name, lines);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(kind.words());
        return row;
    }

    private static Node line(int count, int most, String style) {
        var bar = new Region();
        bar.getStyleClass().addAll("count-bar", style);
        var rest = new Region();
        var number = label(Integer.toString(count), "small", "strong", "count");
        var line = new HBox(8, bar, number, rest);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(rest, Priority.ALWAYS);
        line.widthProperty().subscribe(width -> {
            var room = Math.max(0, width.doubleValue() - 48);
            var length = most == 0 || count == 0 ? 0 : Math.max(3, Math.rint(room * count / most));
            bar.setMinWidth(length);
            bar.setMaxWidth(length);
        });
        return line;
    }

    private HBox key(String style, String words) {
        var bar = new Region();
        bar.getStyleClass().addAll("count-bar", style);
        bar.setMinWidth(16);
        bar.setMaxWidth(16);
        var key = new HBox(8, bar, label(wording.text(words), "small", "muted"));
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }
}
