package io.vigil.app.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Where one is, and where one may go. The rail shows only rooms that exist now. */
public final class Navigation {

    private final ObservableList<Room> rooms = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Room> current;

    /**
     * Begins in the first room.
     *
     * @param rooms that exist from the start, in the order of the rail
     */
    public Navigation(List<Room> rooms) {
        this.rooms.addAll(rooms);
        this.current = new ReadOnlyObjectWrapper<>(rooms.getFirst());
    }

    public ObservableList<Room> rooms() {
        return FXCollections.unmodifiableObservableList(rooms);
    }

    public ReadOnlyObjectProperty<Room> current() {
        return current.getReadOnlyProperty();
    }

    public void enter(Room room) {
        if (!rooms.contains(room)) {
            throw new IllegalArgumentException("That room does not exist now");
        }
        current.set(room);
    }

    /** Enters a room that may not have existed before; it then follows that other room in the rail. */
    public void open(Room room, Room after) {
        if (!rooms.contains(room)) {
            rooms.add(rooms.indexOf(after) + 1, room);
        }
        enter(room);
    }

    /** A room that exists no more. Who was in it finds himself in the first. */
    public void close(Room room) {
        if (current.get().equals(room)) {
            current.set(rooms.getFirst());
        }
        rooms.remove(room);
    }
}
