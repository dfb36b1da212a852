package io.vigil.agent.storing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The tables of events: the log, and which event is the newest on each matter. */
@RegisterConstructorMapper(EventRows.Kept.class)
interface EventRows {

    /** A row of {@code event} as it is read: the body tells everything but its number. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the driver gives and takes them; nobody compares rows
    record Kept(long seq, byte[] body) {}

    /** A row of {@code event} as it is inserted. */
    @SuppressWarnings("ArrayRecordComponent") // bytes as the driver gives and takes them; nobody compares rows
    record Row(
            long seq,
            long happenedAt,
            String subject,
            String topic,
            @Nullable String commandId,
            byte[] body) {}

    @SqlBatch("INSERT INTO event VALUES (:seq, :happenedAt, :subject, :topic, :commandId, :body)")
    void add(@BindMethods Collection<Row> events);

    @SqlUpdate("UPDATE latest_event SET seq = :seq WHERE subject = :subject AND topic = :topic")
    int moveLatest(String subject, String topic, long seq);

    @SqlUpdate("INSERT INTO latest_event (subject, topic, seq) VALUES (:subject, :topic, :seq)")
    void addLatest(String subject, String topic, long seq);

    @SqlQuery("SELECT seq, body FROM event WHERE command_id = :commandId")
    Optional<Kept> byCommand(String commandId);

    @SqlQuery("SELECT seq, body FROM event WHERE seq > :seq ORDER BY seq LIMIT :atMost")
    List<Kept> after(long seq, int atMost);

    @SqlQuery("""
            SELECT seq, body FROM event
            WHERE subject = :subject AND happened_at >= :from AND happened_at < :to ORDER BY seq
            """)
    List<Kept> of(String subject, long from, long to);

    @SqlQuery("SELECT seq, body FROM event WHERE happened_at >= :from AND happened_at < :to ORDER BY seq")
    List<Kept> between(long from, long to);

    /** One row a matter: as many as there are patients, times a few. */
    @SqlQuery("""
            SELECT event.seq, event.body FROM latest_event JOIN event ON event.seq = latest_event.seq
            ORDER BY latest_event.subject, latest_event.topic
            """)
    List<Kept> latest();

    @SqlQuery("SELECT COALESCE(MAX(seq), 0) FROM event")
    long newestSeq();
}
