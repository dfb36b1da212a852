package io.vigil.agent.storing;

import io.vigil.agent.storing.packed.PackedReading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tables of readings: rows of the last days, packed days before. */
@RegisterRowMapper(ReadingRows.ReadingOfRow.class)
@RegisterConstructorMapper(ReadingRows.StreamRow.class)
@RegisterConstructorMapper(ReadingRows.Block.class)
interface ReadingRows {

    /** A row of {@code sensor_stream}; the sealed columns are empty until the first of its days is packed. */
    record StreamRow(
            int stream,
            @Nullable Integer sealedFromDay,
            @Nullable Integer sealedToDay,
            @Nullable Long sealedNewestTicks) {}

    /** A row of {@code reading_recent} as it is inserted. */
    record RecentRow(String patient, PackedReading reading) {}

    @SuppressWarnings("ArrayRecordComponent") // bytes as the driver gives and takes them; nobody compares rows
    record Block(int utcDay, byte[] packed) {}

    @SqlQuery("""
            SELECT stream, sealed_from_day, sealed_to_day, sealed_newest_ticks FROM sensor_stream
            WHERE patient = :patient AND source_name = :source AND session_name = :session
            """)
    Optional<StreamRow> stream(String patient, String source, String session);

    @SqlQuery("SELECT COALESCE(MAX(stream), 0) FROM sensor_stream")
    int newestStream();

    @SqlUpdate("""
            INSERT INTO sensor_stream (stream, patient, source_name, session_name)
            VALUES (:stream, :patient, :source, :session)
            """)
    void addStream(int stream, String patient, String source, String session);

    @SqlUpdate("""
            UPDATE sensor_stream
            SET sealed_from_day = :fromDay, sealed_to_day = :toDay, sealed_newest_ticks = :newestTicks
            WHERE stream = :stream
            """)
    void sealStream(int stream, int fromDay, int toDay, long newestTicks);

    /** As {@link #sealStream}, for a stream of which nothing more is known here than that another day was packed. */
    @SqlUpdate("""
            UPDATE sensor_stream
            SET sealed_from_day = LEAST(COALESCE(sealed_from_day, :day), :day),
                sealed_to_day = GREATEST(COALESCE(sealed_to_day, :day), :day),
                sealed_newest_ticks = GREATEST(COALESCE(sealed_newest_ticks, :ticks), :ticks)
            WHERE stream = :stream
            """)
    void growSeal(int stream, int day, long ticks);

    @SqlQuery("SELECT DISTINCT patient FROM sensor_stream ORDER BY patient")
    List<String> patients();

    @SqlQuery("SELECT MAX(ticks) FROM reading_recent WHERE stream = :stream")
    Optional<Long> newestTicks(int stream);

    @SqlQuery("SELECT COUNT(*) FROM reading_recent WHERE stream = :stream AND ticks = :ticks")
    int holding(int stream, long ticks);

    @SqlBatch("""
            INSERT INTO reading_recent
            VALUES (:reading.stream, :reading.ticks, :patient, :reading.atMicros, :reading.measure, :reading.origin,
                    :reading.utcOffsetMinutes, :reading.receivedAtSeconds, :reading.clockSkewMillis)
            """)
    void add(@BindMethods List<RecentRow> readings);

    @SqlQuery("""
            SELECT stream, ticks, taken_at, measure, origin, utc_offset_minutes, received_at, clock_skew_millis
            FROM reading_recent WHERE patient = :patient AND taken_at >= :from AND taken_at < :to
            """)
    List<PackedReading> recent(String patient, long from, long to);

    @SqlQuery("SELECT MIN(taken_at) FROM reading_recent WHERE patient = :patient")
    Optional<Long> oldestRecent(String patient);

    @SqlUpdate("DELETE FROM reading_recent WHERE patient = :patient AND taken_at >= :from AND taken_at < :to")
    void removeRecent(String patient, long from, long to);

    @SqlQuery("""
            SELECT utc_day, packed FROM reading_block
            WHERE patient = :patient AND utc_day >= :fromDay AND utc_day <= :toDay ORDER BY utc_day
            """)
    List<Block> blocks(String patient, int fromDay, int toDay);

    @SqlUpdate("INSERT INTO reading_block (patient, utc_day, packed) VALUES (:patient, :utcDay, :packed)")
    void addBlock(String patient, int utcDay, byte[] packed);

    @SqlUpdate("UPDATE reading_block SET packed = :packed WHERE patient = :patient AND utc_day = :utcDay")
    void growBlock(String patient, int utcDay, byte[] packed);

    /** Reads a row of {@code reading_recent}. */
    final class ReadingOfRow implements RowMapper<PackedReading> {
        @Override
        public PackedReading map(ResultSet row, StatementContext context) throws SQLException {
            return new PackedReading(
                    row.getInt(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getLong(7),
                    row.getLong(8));
        }
    }
}
