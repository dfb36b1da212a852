package io.vigil.agent.storing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What makes the database keep its promises. Its defaults do not: a commit would return half a second before it is
 * written. Properties in a URL change nothing in a database that exists, so these are set by statement at every start,
 * and then read back (decision 0005).
 */
final class DurableSettings {

    private static final List<String> STATEMENTS = List.of(
            "SET FILES WRITE DELAY FALSE",
            "SET DATABASE TRANSACTION CONTROL MVCC",
            "SET DATABASE EXTERNAL EVENT LOG LEVEL 2",
            "SET FILES LOG SIZE 2",
            "SET FILES NIO FALSE",
            "SET FILES CACHE ROWS 100000",
            "SET FILES CACHE SIZE 50000",
            "SET FILES SPACE TRUE");

    /** As the database must then say of itself. Megabytes, rows, kilobytes; space in megabytes a table. */
    private static final Map<String, String> IN_FORCE = Map.ofEntries(
            Map.entry("hsqldb.write_delay", "false"),
            Map.entry("hsqldb.write_delay_millis", "0"),
            Map.entry("hsqldb.tx", "MVCC"),
            Map.entry("hsqldb.extlog", "2"),
            Map.entry("hsqldb.sqllog", "0"),
            Map.entry("hsqldb.applog", "0"),
            Map.entry("hsqldb.log_size", "2"),
            Map.entry("hsqldb.log_data", "true"),
            Map.entry("hsqldb.nio_data_file", "false"),
            Map.entry("hsqldb.cache_rows", "100000"),
            Map.entry("hsqldb.cache_size", "50000"),
            Map.entry("hsqldb.files_space", "2"),
            Map.entry("hsqldb.lock_file", "false"));

    private DurableSettings() {}

    static void enforce(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : STATEMENTS) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            // A full disk takes not even the note that nothing changed. What is in force decides, not what was noted.
            if (!broken(connection).isEmpty()) {
                throw e;
            }
        }
        verify(connection);
    }

    static void verify(Connection connection) throws SQLException {
        var broken = broken(connection);
        if (!broken.isEmpty()) {
            throw new StoreFailed("The database does not keep the settings that make it durable: " + broken
                    + ". The store stays shut; this version of HSQLDB must not be used.");
        }
    }

    private static String broken(Connection connection) throws SQLException {
        var actual = inForce(connection);
        return IN_FORCE.entrySet().stream()
                .filter(wanted -> !wanted.getValue().equalsIgnoreCase(actual.get(wanted.getKey())))
                .map(wanted ->
                        wanted.getKey() + " is " + actual.get(wanted.getKey()) + " instead of " + wanted.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> inForce(Connection connection) throws SQLException {
        var settings = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT property_name, property_value FROM information_schema.system_properties")) {
            while (rows.next()) {
                settings.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        return settings;
    }
}
