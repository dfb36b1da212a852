package io.vigil.agent.storing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jdbi.v3.core.ConnectionFactory;

/** A few connections that only read. Each transaction on them sees the store as it was when it began. */
final class ReadConnections implements ConnectionFactory, AutoCloseable {

    private final BlockingQueue<Connection> idle;
    private final int count;

    private ReadConnections(BlockingQueue<Connection> idle) {
        this.idle = idle;
        this.count = idle.size();
    }

    static ReadConnections open(String url, int count) throws SQLException {
        var idle = new ArrayBlockingQueue<Connection>(count);
        for (var i = 0; i < count; i++) {
            var connection = DriverManager.getConnection(url, "SA", "");
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            idle.add(connection);
        }
        return new ReadConnections(idle);
    }

    @Override
    public Connection openConnection() throws SQLException {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting to read", e);
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.rollback();
        } finally {
            idle.add(connection);
        }
    }

    /** Waits for those who still read. */
    @Override
    public void close() throws SQLException {
        for (var left = count; left > 0; left--) {
            openConnection().close();
        }
    }
}
