package io.vigil.agent;

import io.vigil.ward.Person;
import io.vigil.ward.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who may sign in at a station that knows nobody yet: a CSV of {@code id,name,role,password}. For demos and first starts. */
final class PeopleFile {

    private static final String HEADER = "id,name,role,password";

    private PeopleFile() {}

    /** Somebody, and the password he begins with. */
    record Newcomer(Person person, String password) {

        @Override
        public String toString() {
            return "Newcomer[" + person.id() + "]";
        }
    }

    static List<Newcomer> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
                throw new CannotStart(file + " line 1: the header must be " + HEADER + ". Mend the file.");
            }
            var people = new ArrayList<Newcomer>();
            for (var number = 2; number <= lines.size(); number++) {
                var line = lines.get(number - 1);
                if (!line.isBlank()) {
                    people.add(newcomer(line, file + " line " + number));
                }
            }
            return people;
        } catch (IOException e) {
            throw new CannotStart("The people in " + file + " cannot be read: " + e.getMessage()
                    + ". Name a file that exists in people.first.");
        }
    }

    private static Newcomer newcomer(String line, String where) {
        var cells = line.split(",", 4);
        if (cells.length != 4 || cells[0].isBlank() || cells[3].isBlank()) {
            throw new CannotStart(where + ": needs four cells, " + HEADER + ". Mend the line.");
        }
        return new Newcomer(
                new Person(cells[0].strip(), cells[1].strip(), role(cells[2].strip(), where)), cells[3].strip());
    }

    static Role role(String word, String where) {
        for (var role : Role.values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new CannotStart(
                where + ": there is no role \"" + word + "\"; it is doctor, nurse, technician or administrator.");
    }
}
