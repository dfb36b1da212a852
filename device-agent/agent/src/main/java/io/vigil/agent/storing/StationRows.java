package io.vigil.agent.storing;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The tables of the station itself: who may sign in, and how much there is. */
@RegisterConstructorMapper(Tally.class)
@RegisterConstructorMapper(StationRows.PersonRow.class)
interface StationRows {

    /** A row of {@code person}. */
    record PersonRow(String personId, String fullName, String roleName, String passwordHash) {}

    @SqlQuery("SELECT commits, newest_seq, readings FROM tally")
    Tally tally();

    @SqlUpdate("UPDATE tally SET commits = :commits, newest_seq = :newestSeq, readings = :readings")
    void count(long commits, long newestSeq, long readings);

    @SqlQuery("SELECT person_id, full_name, role_name, password_hash FROM person ORDER BY person_id")
    List<PersonRow> persons();

    @SqlUpdate("""
            MERGE INTO person USING (VALUES (:personId, :fullName, :roleName, :passwordHash))
                AS given (person_id, full_name, role_name, password_hash)
            ON person.person_id = given.person_id
            WHEN MATCHED THEN UPDATE SET full_name = given.full_name, role_name = given.role_name,
                password_hash = given.password_hash
            WHEN NOT MATCHED THEN INSERT VALUES (given.person_id, given.full_name, given.role_name, given.password_hash)
            """)
    void keep(@BindMethods PersonRow person);
}
