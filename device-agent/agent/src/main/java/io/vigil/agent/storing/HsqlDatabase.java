package io.vigil.agent.storing;

import io.vigil.agent.storing.keys.RecordSeal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.SecretKey;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** The database, opened so that it keeps its promises: encrypted, durable, watched, in the newest schema. */
final class HsqlDatabase implements AutoCloseable {

    private static final int READERS = 4;

    /** Flyway tells each start at length. Held here because the JDK forgets a logger that nobody holds. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final StoreFolder folder;
    private final WriteGuard guard;
    private final Connection writing;
    private final ReadConnections reading;
    private volatile long wholeLog;

    private HsqlDatabase(StoreFolder folder, WriteGuard guard, Connection writing, ReadConnections reading) {
        this.folder = folder;
        this.guard = guard;
        this.writing = writing;
        this.reading = reading;
    }

    /** The key is given beside the URL, never in it: URLs stand in logs and messages. */
    static HsqlDatabase open(StoreFolder folder, SecretKey key, WriteGuard guard) throws SQLException, IOException {
        // Before the first class of HSQLDB is loaded: it must not put the guard's logger in an order of its own.
        System.setProperty("hsqldb.reconfig_logging", "false");
        RecordSeal.install();
        FLYWAY.setLevel(Level.WARNING);

        var url = "jdbc:hsqldb:file:" + folder.database();
        var writing = DriverManager.getConnection(url, properties(key));
        var wholeLog = folder.logLength();
        try {
            // A log that was replayed on a full disk stands as it was: nothing may be added, not even a setting.
            if (guard.alarm().isEmpty()) {
                DurableSettings.enforce(writing);
            } else {
                DurableSettings.verify(writing);
            }
            migrate(url);
            writing.setAutoCommit(false);
            var database = new HsqlDatabase(folder, guard, writing, ReadConnections.open(url, READERS));
            database.wholeLog = guard.alarm().isEmpty() ? folder.logLength() : wholeLog;
            return database;
        } catch (SQLException | IOException | RuntimeException e) {
            leave(writing, e);
            folder.cutLog(wholeLog);
            throw e;
        }
    }

    private static Properties properties(SecretKey key) {
        var properties = new Properties();
        properties.setProperty("user", "SA");
        properties.setProperty("password", "");
        properties.setProperty("crypt_key", HexFormat.of().formatHex(key.getEncoded()));
        properties.setProperty("crypt_type", RecordSeal.NAME);
        properties.setProperty("crypt_provider", RecordSeal.NAME);
        properties.setProperty("hsqldb.lock_file", "false");
        properties.setProperty("hsqldb.full_log_replay", "true");
        properties.setProperty("hsqldb.extlog", "2");
        return properties;
    }

    private static void migrate(String url) throws SQLException {
        try {
            Flyway.configure()
                    .dataSource(url, "SA", "")
                    .locations("classpath:io/vigil/agent/storing/schema")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SQLException("The schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    /** One connection, for the writer's thread alone. */
    Jdbi writing() {
        return jdbi(Jdbi.create(writing));
    }

    /** A few connections that see one state of the store throughout a transaction, whatever the writer does. */
    Jdbi reading() {
        return jdbi(Jdbi.create(reading));
    }

    private static Jdbi jdbi(Jdbi jdbi) {
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        // Messages end in logs and on screens, and what was bound may be a person's name.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi.installPlugin(new SqlObjectPlugin());
    }

    WriteGuard guard() {
        return guard;
    }

    /** All that the log holds by now is whole: so much of it is left when the database is abandoned. */
    void logIsWhole() throws IOException {
        wholeLog = folder.logLength();
    }

    /** Writes everything into place, so that the next start has no log to replay. */
    @Override
    public void close() throws SQLException {
        shut("SHUTDOWN");
    }

    /**
     * Leaves the files as a pulled plug would: after a failure nothing more is written over what is there. HSQLDB writes
     * what a full disk did not take once more when it shuts, behind the torn half of it. With room by then, the next
     * start would find rubbish amid the log; so the log is cut behind what is whole.
     */
    void abandon() throws SQLException, IOException {
        try {
            shut("SHUTDOWN IMMEDIATELY");
        } finally {
            folder.cutLog(wholeLog);
        }
    }

    private void shut(String how) throws SQLException {
        try (writing;
                reading;
                var statement = writing.createStatement()) {
            writing.rollback();
            statement.execute(how);
        }
    }

    private static void leave(Connection connection, Exception because) {
        try (connection;
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public String toString() {
        return folder.database().toString();
    }
}
