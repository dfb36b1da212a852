package io.vigil.app.patient.chart;

import io.vigil.glucose.GlucoseRange;
import io.vigil.glucose.KeptReading;
import java.util.AbstractList;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** The same readings as the chart in sight, newest first, for whoever reads them one by one or has them read out. */
public final class ReadingTable extends StackPane {

    private final TableView<KeptReading> table = new TableView<>();
    private final ChartLook look;

    public ReadingTable(ChartLook look) {
        this.look = look;
        getStyleClass().add("reading-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(look.texts().get("table.none")));
        table.getColumns().add(column(look.texts().get("table.time"), this::moment, 220));
        table.getColumns()
                .add(column(
                        look.texts().get("table.value", look.units().sign()), kept -> look.value(kept.reading()), 100));
        table.getColumns()
                .add(column(look.texts().get("table.range"), kept -> look.words(GlucoseRange.of(kept.reading())), 140));
        table.getColumns()
                .add(column(
                        look.texts().get("table.origin"),
                        kept -> look.texts().get("origin." + kept.origin().name()),
                        300));
        table.getColumns().forEach(column -> column.setSortable(false));
        getChildren().add(table);
    }

    /** Keeps the place that is read when nothing but the newest reading is new. */
    public void show(Trace trace, ChartWindow window) {
        var first = trace.firstIn(window);
        var end = trace.endOf(window);
        table.setItems(FXCollections.observableList(new NewestFirst(trace, first, end)));
    }

    private String moment(KeptReading kept) {
        var at = kept.reading().at();
        return look.times().day(at) + " " + look.times().timeOfDayToTheSecond(at);
    }

    private static TableColumn<KeptReading, String> column(
            String head, Function<KeptReading, String> words, double width) {
        var column = new TableColumn<KeptReading, String>(head);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setReorderable(false);
        return column;
    }

    /** A year of readings costs nothing until it is looked at. */
    private static final class NewestFirst extends AbstractList<KeptReading> {

        private final Trace trace;
        private final int first;
        private final int end;

        NewestFirst(Trace trace, int first, int end) {
            this.trace = trace;
            this.first = first;
            this.end = end;
        }

        @Override
        public KeptReading get(int index) {
            return trace.kept(end - 1 - index);
        }

        @Override
        public int size() {
            return end - first;
        }
    }
}
