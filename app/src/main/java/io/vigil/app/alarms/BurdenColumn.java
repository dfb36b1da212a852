package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;
import static io.vigil.app.alarms.Parts.sentence;

import io.vigil.app.ui.AlarmWords;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws the burden of alarms: the figures with their bars, the mix of priorities, and what the log holds. */
final class BurdenColumn extends ScrollPane {

    private static final double MOST = 100;

    private final List<GaugeCard> gauges = new ArrayList<>();
    private final VBox mix = new VBox(4);
    private final VBox facts = new VBox(2);

    BurdenColumn(Wording wording) {
        getStyleClass().add("burden");
        var column = new VBox(16);
        for (var i = 0; i < 3; i++) {
            var card = new GaugeCard();
            VBox.setVgrow(card, Priority.ALWAYS);
            gauges.add(card);
            column.getChildren().add(card);
        }
        var more = new VBox(label(wording.text("mix.title"), "strong", "muted"), mix, facts);
        more.getStyleClass().addAll("card", "mix-card");
        more.setMinHeight(USE_PREF_SIZE);
        column.getChildren().add(more);
        setContent(column);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText(wording.text("burden"));
    }

    void draw(BurdenState state) {
        for (var i = 0; i < gauges.size(); i++) {
            gauges.get(i).draw(state.gauges().get(i));
        }
        mix.getChildren().setAll(state.mix().stream().map(BurdenColumn::share).toList());
        facts.getChildren()
                .setAll(state.facts().stream().map(fact -> sentence(fact)).toList());
        if (!state.log().isEmpty()) {
            facts.getChildren().add(sentence(state.log(), "muted"));
        }
    }

    /** How much of the whole, as a bar on a rail, with its words. */
    private static HBox share(BurdenState.Share share) {
        var bar = new Region();
        bar.getStyleClass().addAll("mix-bar", AlarmWords.style(share.priority()));
        var rest = new Region();
        bar.setPrefWidth(0);
        rest.setPrefWidth(0);
        var rail = new HBox(bar, rest);
        rail.getStyleClass().add("mix-rail");
        rail.widthProperty().subscribe(width -> {
            bar.setMinWidth(Math.rint(width.doubleValue() * share.percent() / MOST));
            HBox.setHgrow(rest, Priority.ALWAYS);
        });
        var words = label(share.words());
        words.setGraphic(AlarmWords.icon(share.priority()).of(16));
        words.getStyleClass().addAll("mix-words", AlarmWords.style(share.priority()));
        HBox.setHgrow(rail, Priority.ALWAYS);
        var line = new HBox(8, words, rail);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
