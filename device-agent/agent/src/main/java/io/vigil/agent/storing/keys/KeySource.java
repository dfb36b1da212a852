package io.vigil.agent.storing.keys;

import java.util.Optional;

/** Where the station's data keys live. A key never stands in a URL, a log or a message. */
public interface KeySource {

    /** The key of that id, or none where none was ever made. */
    Optional<DataKey> find(String id) throws KeyUnavailable;

    /** A new key, kept before it is returned. Fails where one of that id stands already: a key is never written over. */
    DataKey create(String id) throws KeyUnavailable;
}
