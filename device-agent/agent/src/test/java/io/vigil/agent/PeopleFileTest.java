package io.vigil.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.ward.Person;
import io.vigil.ward.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleFileTest {

    @TempDir
    private Path folder;

    @Test
    void each_line_is_somebody() throws IOException {
        var people = PeopleFile.read(people("""
                id,name,role,password
                brandt,Katrin Brandt,nurse,night-4b

                sato,Dr Mika Sato,Doctor,comma,and all
                """));

        assertThat(people)
                .containsExactly(
                        new PeopleFile.Newcomer(new Person("brandt", "Katrin Brandt", Role.NURSE), "night-4b"),
                        new PeopleFile.Newcomer(new Person("sato", "Dr Mika Sato", Role.DOCTOR), "comma,and all"));
    }

    @Test
    void a_password_is_never_written_out() {
        var newcomer = new PeopleFile.Newcomer(new Person("brandt", "Katrin Brandt", Role.NURSE), "night-4b");

        assertThat(newcomer.toString()).contains("brandt").doesNotContain("night-4b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,id,role,password            | line 1 | the header must be id,name,role,password",
                "''                               | line 1 | the header must be id,name,role,password",
                "id,name,role,password;brandt,Katrin Brandt,nurse    | line 2 | needs four cells",
                "id,name,role,password;,Katrin Brandt,nurse,night-4b | line 2 | needs four cells",
                "id,name,role,password;brandt,K. Brandt,nurse,x;a,A,cook,x | line 3 | there is no role \"cook\"",
            })
    void a_line_that_cannot_be_understood_stops_the_start_with_its_number(String lines, String where, String why)
            throws IOException {
        var file = people(lines.replace(';', '\n'));

        assertThatThrownBy(() -> PeopleFile.read(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(where)
                .hasMessageContaining(why);
    }

    @Test
    void a_file_that_is_not_there_stops_the_start_with_its_name() {
        assertThatThrownBy(() -> PeopleFile.read(folder.resolve("nobody.csv")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("nobody.csv")
                .hasMessageContaining("people.first");
    }

    private Path people(String lines) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), lines);
    }
}
