package io.vigil.app.alarms;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Columns whose cells are made once and drawn anew for each row that passes by. */
final class Columns {

    private Columns() {}

    /** A column of nodes that show the whole row. */
    static <R, N extends Node> TableColumn<R, R> of(
            String head, double width, Supplier<N> make, BiConsumer<N, R> draw) {
        var column = new TableColumn<R, R>(head);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {

            private final N node = make.get();

            @Override
            protected void updateItem(R row, boolean empty) {
                super.updateItem(row, empty);
                if (empty || row == null) {
                    setGraphic(null);
                } else {
                    draw.accept(node, row);
                    setGraphic(node);
                }
            }
        });
        return column;
    }
}
