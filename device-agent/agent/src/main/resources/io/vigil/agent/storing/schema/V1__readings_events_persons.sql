-- Facts are inserted once and never changed. What may change is where a reading stands (a row, later a packed day) and
-- what merely points: latest_event, sensor_stream.sealed_*, tally.
-- Moments are microseconds since 1970-01-01T00:00Z; days are UTC days since 1970-01-01.

-- One life of one sensor on one patient, so that a reading says which with one number.
CREATE CACHED TABLE sensor_stream (
    stream INTEGER NOT NULL,
    patient VARCHAR(40) NOT NULL,
    source_name VARCHAR(200) NOT NULL,
    session_name VARCHAR(200) NOT NULL,
    sealed_from_day INTEGER,
    sealed_to_day INTEGER,
    sealed_newest_ticks BIGINT,
    CONSTRAINT sensor_stream_key PRIMARY KEY (stream),
    CONSTRAINT sensor_stream_once UNIQUE (patient, source_name, session_name)
);

-- The last two days, a row a reading.
CREATE CACHED TABLE reading_recent (
    stream INTEGER NOT NULL,
    ticks BIGINT NOT NULL,
    patient VARCHAR(40) NOT NULL,
    taken_at BIGINT NOT NULL,
    measure INTEGER NOT NULL,              -- mg/L; -1 below the sensor's range, -2 above it
    origin SMALLINT NOT NULL,              -- 0 live, 1 backfilled, 2 imported
    utc_offset_minutes SMALLINT NOT NULL,
    received_at BIGINT NOT NULL,           -- whole seconds
    clock_skew_millis BIGINT NOT NULL,
    CONSTRAINT reading_recent_once PRIMARY KEY (stream, ticks)
);
CREATE INDEX reading_recent_by_time ON reading_recent (patient, taken_at);

-- Everything older, a row a patient and day.
CREATE CACHED TABLE reading_block (
    patient VARCHAR(40) NOT NULL,
    utc_day INTEGER NOT NULL,
    packed VARBINARY(4000000) NOT NULL,    -- DayBlock
    CONSTRAINT reading_block_key PRIMARY KEY (patient, utc_day)
);

CREATE CACHED TABLE event (
    seq BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    subject VARCHAR(40) NOT NULL,
    topic VARCHAR(40) NOT NULL,
    command_id VARCHAR(100),
    body VARBINARY(1000000) NOT NULL,      -- vigil.v1.Event
    CONSTRAINT event_key PRIMARY KEY (seq),
    CONSTRAINT event_command_once UNIQUE (command_id)
);
CREATE INDEX event_by_subject ON event (subject, happened_at);
CREATE INDEX event_by_time ON event (happened_at);

-- The newest event on each matter of each subject: an alarm, who lies there, which sensor is worn.
CREATE CACHED TABLE latest_event (
    subject VARCHAR(40) NOT NULL,
    topic VARCHAR(40) NOT NULL,
    seq BIGINT NOT NULL,
    CONSTRAINT latest_event_key PRIMARY KEY (subject, topic)
);

CREATE CACHED TABLE person (
    person_id VARCHAR(100) NOT NULL,
    full_name VARCHAR(200) NOT NULL,
    role_name VARCHAR(40) NOT NULL,
    password_hash VARCHAR(1000) NOT NULL,
    CONSTRAINT person_key PRIMARY KEY (person_id)
);

-- How much there must be: counted in the same transaction, and compared at every start with the anchor beside the database.
CREATE MEMORY TABLE tally (
    only_row INTEGER NOT NULL,
    commits BIGINT NOT NULL,
    newest_seq BIGINT NOT NULL,
    readings BIGINT NOT NULL,
    CONSTRAINT tally_key PRIMARY KEY (only_row)
);
INSERT INTO tally VALUES (1, 0, 0, 0);
